import { Table, type TableColumnsType } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { elsewherePreview } from './elsewhere-preview';

export type Outcome = RouteAnswer<'POST /api/dispatch-rules/import'>;
type Refused = Outcome['refused'][number];

const columns: TableColumnsType<Refused> = [
  { title: '行', width: 60, dataIndex: 'line' },
  { title: '不能导入的原因', dataIndex: 'reason' },
];

/** What becomes, or became, of the rows of a file. */
export const CatalogueOutcome = ({ outcome, isPreview = false }: { outcome: Outcome; isPreview?: boolean }) => (
  <>
    <p>
      {isPreview ? '将' : '已'}新增{outcome.created}条，修改{outcome.edited}条，停用{outcome.ended}条；
      {outcome.unchanged}条不变，{outcome.refused.length}行不能导入。
    </p>
    {outcome.refused.length > 0 && (
      <Table<Refused>
        rowKey="line"
        size="small"
        columns={columns}
        dataSource={outcome.refused}
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        className="form-error"
      />
    )}
    {elsewherePreview(outcome)}
  </>
);
