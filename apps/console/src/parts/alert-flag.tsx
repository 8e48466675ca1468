import { FlagFilled } from '@ant-design/icons';
import { alerts, type Alert } from '#ticket/clock-kind';

/** 黄牌 or 红牌; nothing while all is well. */
export const AlertFlag = ({ alert }: { alert: Alert }) =>
  alert === 'none' ? null : (
    <span className={`flag flag-${alert}`} title={alerts[alert].label}>
      <FlagFilled aria-hidden /> {alerts[alert].label.slice(0, 2)}
    </span>
  );
