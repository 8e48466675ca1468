import { firstAsTold } from '#ticket/first-as-told';
import { retoldSteps } from '#ticket/retold';
import type { Assignment, Ticket } from '#ticket/ticket';
import type { BrokenLink } from './audit-ticket';
import type { StoredLine } from './history-chain';
import type { AuditedTicket } from './read-audited';
import { isSameValue } from './same-value';
import { ticketFields, type TicketField } from './ticket-columns';
import type { Step } from './told-rows/told-row';
import { unlikeRows } from './told-rows/unlike-rows';

/**
 * What no line tells, so that only digests prove it (said.ts), until an erasure tells that it is gone; and what is missing,
 * which follows from that.
 */
const untold = [
  'title',
  'content',
  'address',
  'location',
  'subjectParty',
  'callId',
  'attributes',
  'occurredAt',
  'post',
  'expectsReply',
  'trackingCode',
  'missing',
] as const satisfies readonly TicketField[];
/** What stays untold of one that is erased. */
const neverTold: readonly TicketField[] = ['occurredAt', 'expectsReply', 'trackingCode', 'missing'];

const without = (some: readonly TicketField[]): readonly TicketField[] =>
  ticketFields.filter((field) => !some.includes(field));
const toldOf = { standing: without(untold), erased: without(neverTold) } as const;

/**
 * What of a ticket is not as its history leads to: a field, a department's part, or a row beside it. By the line that told
 * it last; null when all is. Whoever changes a row changes no history, and figures are made of rows.
 */
export function unlikeTold({ standing, lines, rows }: AuditedTicket): BrokenLink | null {
  const [first, ...later] = lines;
  if (!standing || !first) return null;
  const tickets = retoldSteps(firstAsTold(standing, first), later);
  const last = tickets.at(-1) ?? standing;
  const found = unlikeField(standing, last) ?? unlikePart(standing, last);
  if (found) return { seq: lastToTell(tickets, found.of), fault: found.fault };
  const [unlike = null] = unlikeRows(rows, stepsOf(tickets, lines)).sort((left, right) => left.seq - right.seq);
  return unlike;
}

const stepsOf = (tickets: readonly Ticket[], lines: readonly StoredLine[]): Step[] =>
  tickets.map((after, index) => ({ line: lines[index] as StoredLine, before: tickets[index - 1] ?? after, after }));

interface Unlike {
  readonly fault: string;
  /** What a ticket has to show that is another than it should. */
  readonly of: (ticket: Ticket) => unknown;
}

function unlikeField(standing: Ticket, told: Ticket): Unlike | undefined {
  const field = (told.erasedAt ? toldOf.erased : toldOf.standing).find(
    (each) => !isSameValue(standing[each], told[each]),
  );
  return field && { fault: `the ticket’s ${field} is another than history tells`, of: (ticket) => ticket[field] };
}

function unlikePart(standing: Ticket, told: Ticket): Unlike | undefined {
  const ids = new Set([...standing.assignments, ...told.assignments].map(({ id }) => id));
  const id = [...ids].find((each) => !isSameValue(partOf(standing, each), partOf(told, each)));
  return id === undefined
    ? undefined
    : { fault: 'a department’s part is another than history tells', of: (ticket) => partOf(ticket, id) };
}

const partOf = (ticket: Ticket, id: string): Assignment | null =>
  ticket.assignments.find((part) => part.id === id) ?? null;

/** The line after which it was last another. */
function lastToTell(tickets: readonly Ticket[], of: Unlike['of']): number {
  const changes = tickets.filter((ticket, index) => {
    const before = tickets[index - 1];
    return !before || !isSameValue(of(before), of(ticket));
  });
  return changes.at(-1)?.seq ?? 0;
}
