import { Result } from 'antd';
import { Outlet } from 'react-router-dom';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { Screen } from './screens';

/** A screen for whoever may use it; typed addresses lead others to a plain refusal. */
export function OwnScreen({ screen }: { screen: Screen }) {
  const user = useUser();
  if (mayCall(screen.needs, user.roles)) return <Outlet />;
  return <Result status="warning" title="您没有使用此页面的权限" subTitle="如需开通，请联系系统管理员" />;
}
