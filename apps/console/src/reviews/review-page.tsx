import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import { TicketItem } from '../parts/ticket-item';
import { Workbench } from '../parts/workbench';
import { SubmittedReplyFindings } from '../reply-check/submitted-reply-findings';
import { TicketPane } from '../ticket/ticket-pane';

const featured: readonly MoveName[] = ['approve', 'sendBack'];

/** Replies that wait for the hotline's check. */
export function ReviewPage() {
  const pages = usePages('GET /api/reviews');
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ id }) => id}
      keyOf={({ id }) => id}
      empty="没有待审核的反馈"
      item={(ticket) => <TicketItem ticket={ticket} />}
      pane={(id, next) => (
        <TicketPane
          id={id}
          featured={featured}
          onDone={next}
          first={(ticket) => <SubmittedReplyFindings ticket={ticket} />}
        />
      )}
    />
  );
}
