import type { AdminEvent } from './admin-event';
import { differences } from './differences';
import { useNames } from './use-names';

/** The fields that are not what they were: before → after. */
export function Changes({ event }: { event: AdminEvent }) {
  const names = useNames();
  return (
    <div className="changes">
      {differences(event, names).map(({ label, before, after }) => (
        <div key={label}>
          <span className="quiet">{label}：</span>
          {event.before !== null && <span className={before === null ? 'quiet' : ''}>{before ?? '无'} </span>}
          <span className={event.before === null ? '' : 'history-to'}>{after ?? '无'}</span>
        </div>
      ))}
    </div>
  );
}
