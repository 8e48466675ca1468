import type { TicketView } from '../moves/move-target';
import { ReplyFindings } from './reply-findings';

/** What there is to be said of the replies that somebody is to let pass. */
export const SubmittedReplyFindings = ({ ticket }: { ticket: TicketView }) =>
  ticket.assignments.map(({ id, round, parentId, reply }) =>
    reply && parentId === null && round === ticket.round ? (
      <ReplyFindings key={id} partId={id} publicText={reply.publicText} />
    ) : null,
  );
