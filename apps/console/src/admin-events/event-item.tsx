import { adminActions, adminSubjects } from '#ticket/admin-event';
import { fullInstant } from '../words/instant';
import type { AdminEvent } from './admin-event';
import { Changes } from './changes';
import { subjectWords } from './subject-words';
import { useNames } from './use-names';

/** A change in a few lines, instead of a table row on a phone. */
export function EventItem({ event }: { event: AdminEvent }) {
  const subject = subjectWords(event, useNames());
  return (
    <section className="card-link" aria-label={subject}>
      <div className="item-top">
        <span className="item-title">{adminActions[event.action].label}</span>
        <span>
          <span className="quiet">{adminSubjects[event.subject].label}</span> {subject}
        </span>
      </div>
      <div className="item-line quiet">
        <span>操作人 {event.actor}</span>
        <span className="item-end number">{fullInstant(event.at)}</span>
      </div>
      <div className="item-text">
        <Changes event={event} />
      </div>
    </section>
  );
}
