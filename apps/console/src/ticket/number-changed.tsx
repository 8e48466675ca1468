import { Alert } from 'antd';
import type { TicketView } from '../moves/move-target';

/** Whoever calls the citizen back has to know that the number is not the one of the registration. */
export const NumberChanged = ({ ticket: { callbackNumberChanges: times } }: { ticket: TicketView }) =>
  times > 0 && (
    <Alert
      type="warning"
      showIcon
      title={`回访号码在登记后更改过${times}次，评价旁会注明；更改原因见工单详情的办理过程`}
    />
  );
