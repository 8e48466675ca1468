import type { TableColumnsType } from 'antd';
import type { Pages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { roleWords } from '../words/role-words';
import { UserButtons } from './user-buttons';
import { UserItem } from './user-item';
import { UserMarks } from './user-marks';
import type { UserRow } from './user-row';

const columns: TableColumnsType<UserRow> = [
  { title: '用户名', ellipsis: true, dataIndex: 'username' },
  { title: '姓名', ellipsis: true, dataIndex: 'name' },
  { title: '岗位', render: (_, user) => roleWords(user.roles) },
  { title: '所属单位', ellipsis: true, render: (_, user) => user.department?.name ?? '热线' },
  { title: '状态', width: 260, render: (_, user) => <UserMarks user={user} /> },
  { title: '添加时间', width: 104, render: (_, user) => instant(user.createdAt) },
  { title: '操作', width: 128, render: (_, user) => <UserButtons user={user} /> },
];

/** Users as a table; as cards on a phone. */
export function UserList({ pages }: { pages: Pages<UserRow> }) {
  return (
    <PagedTable<UserRow>
      columns={columns}
      pages={pages}
      widthPx={1_140}
      empty="没有符合条件的用户"
      card={(user) => <UserItem key={user.id} user={user} />}
      className="user-table"
    />
  );
}
