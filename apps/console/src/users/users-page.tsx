import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../api/use-pages';
import { useKept } from '../parts/use-kept';
import { AddUser } from './add-user';
import { ImportDialog } from './import-dialog';
import { UserFilters, type UserFilter } from './user-filters';
import { UserList } from './user-list';
import './users.css';

/** Who may sign in, as what, and where they belong. */
export function UsersPage() {
  const [sought, seek] = useKept<UserFilter>('users', {});
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const pages = usePages('GET /api/users', { query: sought });
  const close = (): void => setOpen(null);
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => setOpen('add')}>
          新增用户
        </Button>
        <Button onClick={() => setOpen('import')}>批量导入</Button>
      </div>
      <UserFilters sought={sought} seek={seek} isBusy={pages.isLoading} />
      <UserList pages={pages} />
      {open === 'add' && <AddUser close={close} />}
      {open === 'import' && <ImportDialog close={close} />}
    </div>
  );
}
