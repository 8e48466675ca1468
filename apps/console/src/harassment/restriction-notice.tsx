import { Alert } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { instant } from '../words/instant';

type Restriction = NonNullable<RouteAnswer<'POST /api/citizens/search'>['restriction']>;

/** What whoever takes the call should know: nothing is refused, but it waits for a shift-lead. */
export const RestrictionNotice = ({ restriction }: { restriction: Restriction }) => (
  <Alert
    type="warning"
    showIcon
    title={`骚扰限制中，至 ${instant(restriction.until)}`}
    description={`${restriction.reason}。仅登记，由值班长放行后派单；特急不受限制。`}
  />
);
