import { Alert, Button, Flex, Table, type TableColumnsType } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';
import { saveCsv } from '../parts/save-csv';

type Outcome = RouteAnswer<'POST /api/users/import'>;
type Created = Outcome['created'][number];
type Refused = Outcome['refused'][number];

const createdColumns: TableColumnsType<Created> = [
  { title: '用户名', dataIndex: 'username' },
  { title: '姓名', dataIndex: 'name' },
  { title: '初始密码', render: (_, row) => <span className="secret">{row.password}</span> },
];
const refusedColumns: TableColumnsType<Refused> = [
  { title: '行', width: 60, dataIndex: 'line' },
  { title: '没有导入的原因', dataIndex: 'reason' },
];

const save = (created: readonly Created[]): void =>
  saveCsv('新用户初始密码.csv', [
    ['用户名', '姓名', '初始密码'],
    ...created.map(({ username, name, password }) => [username, name, password]),
  ]);

interface ImportOutcomeProps {
  readonly outcome: Outcome;
  close(): void;
}

/** What became of each row. The first passwords stand here and nowhere else: only its button closes it. */
export const ImportOutcome = ({ outcome: { created, unchanged, refused }, close }: ImportOutcomeProps) => (
  <Dialog title="导入结果" width={720}>
    <p className="not-printed">
      新增{created.length}人，原已存在{unchanged}人，没有导入{refused.length}行。
    </p>
    {created.length > 0 && (
      <>
        <Alert
          type="warning"
          showIcon
          className="form-error not-printed"
          title="初始密码只显示这一次，关闭后无法再查看"
          description="请现在下载或打印，分发给本人后销毁。各人首次登录须修改。"
        />
        <Flex gap={8} wrap className="form-error not-printed">
          <Button onClick={() => save(created)}>下载CSV</Button>
          <Button onClick={() => window.print()}>打印</Button>
        </Flex>
        <Rows columns={createdColumns} rows={created} />
      </>
    )}
    {refused.length > 0 && (
      <div className="not-printed">
        <Rows columns={refusedColumns} rows={refused} />
      </div>
    )}
    <Button type="primary" className="not-printed" onClick={close}>
      {created.length > 0 ? '已保存，关闭' : '关闭'}
    </Button>
  </Dialog>
);

interface RowsProps<Row> {
  readonly columns: TableColumnsType<Row>;
  readonly rows: readonly Row[];
}

const Rows = <Row extends { line: number }>({ columns, rows }: RowsProps<Row>) => (
  <div className="import-rows">
    <Table<Row> rowKey="line" size="small" columns={columns} dataSource={rows} pagination={false} />
  </div>
);
