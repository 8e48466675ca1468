import { Tag } from 'antd';
import { callbackAttemptsAllowed, callbackTurns } from '#ticket/callback-outcome';
import { bandOf } from '#ticket/time-band';
import type { ListItem } from '#http-api/list-route';
import { instant } from '../words/instant';

/** What came of the calls so far, when it is time for the next, and who is on the line. */
export const CallbackFoot = ({ call }: { call: ListItem<'GET /api/callbacks'> }) => {
  const { turn, callbackAttempts, triedAt, appointmentAt, calledBy } = call;
  return (
    <>
      {turn === 'appointment' && (
        <Tag color="orange" className="tag">
          {callbackTurns.appointment.label}
        </Tag>
      )}
      {calledBy && (
        <Tag color="blue" className="tag">
          {calledBy.name}正在回访
        </Tag>
      )}
      <span className="quiet">
        已计{callbackAttempts}/{callbackAttemptsAllowed}次
        {triedAt && `，上次${instant(triedAt).slice(0, -6)}${bandOf(new Date(triedAt))}`}
        {appointmentAt && `，约${instant(appointmentAt)}`}
      </span>
    </>
  );
};
