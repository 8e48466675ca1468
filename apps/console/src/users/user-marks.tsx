import { Tag } from 'antd';
import { useNow } from '../parts/use-now';
import { absenceWords } from '../words/absence-words';
import { timeOfDay } from '../words/instant';
import type { UserRow } from './user-row';
import { userStates } from './user-states';

/** How an account stands: whether it may be used, and what an administrator should know of it. */
export function UserMarks({ user }: { user: UserRow }) {
  const isBlocked = user.blockedUntil !== null && Date.parse(user.blockedUntil) > useNow();
  return (
    <span className="user-marks">
      <Tag color={user.state === 'active' ? 'green' : 'default'} className="tag">
        {userStates[user.state].label}
      </Tag>
      {user.demo && <Tag className="tag">演示账号</Tag>}
      {isBlocked && user.blockedUntil && (
        <Tag color="red" className="tag">
          密码输错，{timeOfDay(user.blockedUntil)}前不能在新设备登录或修改密码
        </Tag>
      )}
      {user.mustChangePassword && <span className="quiet">未改初始密码</span>}
      {user.absence?.lapsed && (
        <Tag color="red" className="tag">
          {absenceWords(user.absence)}
        </Tag>
      )}
      {user.absence && !user.absence.lapsed && <span className="quiet">{absenceWords(user.absence)}</span>}
    </span>
  );
}
