import { Alert, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { ElsewhereView } from '#http-api/dispatch-rule-shapes';
import { elsewhereWords } from './elsewhere-words';

type Move = ElsewhereView['items'][number];

const columns: TableColumnsType<Move> = [
  { title: '事项分类', render: (_, { category }) => category?.name ?? '未分类' },
  { title: '原派往', render: (_, { from }) => from?.name ?? '无' },
  { title: '会派往', render: (_, { to }) => to?.name ?? '无' },
  { title: '件数', width: 60, align: 'right', dataIndex: 'tickets' },
  {
    title: '举例',
    render: (_, { examples }) =>
      examples.map(({ id, number }) => (
        <div key={id}>
          <Link to={`/tickets/${id}`}>{number}</Link>
        </div>
      )),
  },
];

/** Which of last month's tickets a change would have sent elsewhere, before anybody makes it. */
export const ElsewherePreview = ({ elsewhere }: { elsewhere: ElsewhereView }) => (
  <>
    <Alert
      type={elsewhere.tickets > 0 ? 'warning' : 'info'}
      showIcon
      title={elsewhereWords(elsewhere)}
      className="form-error"
    />
    {elsewhere.items.length > 0 && (
      <Table<Move>
        rowKey={({ from, to, category }) => [from?.id, to?.id, category?.code].join('/')}
        size="small"
        columns={columns}
        dataSource={elsewhere.items}
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 560 }}
      />
    )}
  </>
);

/** The same of an answer that may tell it. */
export const elsewherePreview = ({ elsewhere }: { elsewhere: ElsewhereView | null }) =>
  elsewhere && <ElsewherePreview elsewhere={elsewhere} />;
