import { roleWords } from '../words/role-words';
import { UserButtons } from './user-buttons';
import { UserMarks } from './user-marks';
import type { UserRow } from './user-row';

/** A user in a few lines, instead of a table row on a phone. */
export const UserItem = ({ user }: { user: UserRow }) => (
  <section className="card-link" aria-label={user.name}>
    <div className="item-top">
      <span className="item-title">{user.name}</span>
      <span className="quiet">{user.username}</span>
    </div>
    <div className="item-line">
      <span>{roleWords(user.roles)}</span>
      <span className="quiet">{user.department?.name ?? '热线'}</span>
    </div>
    <div className="item-line">
      <UserMarks user={user} />
      <span className="item-end">
        <UserButtons user={user} />
      </span>
    </div>
  </section>
);
