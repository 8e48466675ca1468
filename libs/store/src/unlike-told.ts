import { registeredAsTold } from '#ticket/register';
import { retold } from '#ticket/retold';
import type { Assignment, Ticket } from '#ticket/ticket';
import type { BrokenLink } from './audit-ticket';
import { canonicalJson } from './canonical-json';
import type { StoredLine } from './history-chain';
import type { AuditedTicket, KeptRating } from './read-audited';
import type { TicketField } from './ticket-columns';

/**
 * What history does not tell, or tells otherwise: words and places are digested, not told, and erased at times (see
 * verdict-on-text.ts); what the registration asked of us and its code stand in the row alone; what is missing follows
 * from the words.
 */
const untold = [
  'title',
  'content',
  'address',
  'location',
  'subjectParty',
  'occurredAt',
  'callId',
  'attributes',
  'expectsReply',
  'trackingCode',
  'missing',
] as const satisfies readonly TicketField[];

const isTold = (field: string): boolean => !(untold as readonly string[]).includes(field) && field !== 'assignments';

/**
 * What of a ticket is not as its history leads to: a field, a department's part, a rating, or a look that nobody recorded
 * twice. By the line that told it last; null when all is. Whoever changes a row changes no history, and figures are made of rows.
 */
export function unlikeTold({ standing, lines, ratings, reveals }: AuditedTicket): BrokenLink | null {
  const [registration, ...later] = lines;
  if (!standing || registration?.name !== 'register') return null;
  const told = retold(registeredAsTold(standing, registration), later);
  const found = unlikeField(standing, told) ?? unlikePart(standing, told);
  if (found) return { seq: lastToTell(standing, lines, found.of), fault: found.fault };
  return unlikeRating(ratings, lines) ?? unlikeLooks(reveals, lines);
}

interface Unlike {
  readonly fault: string;
  /** What a ticket has to show that is another than it should. */
  readonly of: (ticket: Ticket) => unknown;
}

function unlikeField(standing: Ticket, told: Ticket): Unlike | undefined {
  const fields = (Object.keys(told) as (keyof Ticket)[]).filter(isTold);
  const field = fields.find((each) => !isSame(standing[each], told[each]));
  return field && { fault: `the ticket’s ${field} is another than history tells`, of: (ticket) => ticket[field] };
}

function unlikePart(standing: Ticket, told: Ticket): Unlike | undefined {
  const ids = new Set([...standing.assignments, ...told.assignments].map(({ id }) => id));
  const id = [...ids].find((each) => !isSame(partOf(standing, each), partOf(told, each)));
  return id === undefined
    ? undefined
    : { fault: 'a department’s part is another than history tells', of: (ticket) => partOf(ticket, id) };
}

const partOf = (ticket: Ticket, id: string): Assignment | null =>
  ticket.assignments.find((part) => part.id === id) ?? null;

/** The line after which it was last another. */
function lastToTell(standing: Ticket, lines: readonly StoredLine[], of: Unlike['of']): number {
  const [registration, ...later] = lines;
  if (!registration) return 0;
  let [ticket, seq] = [registeredAsTold(standing, registration), registration.seq];
  for (const line of later) {
    const next = retold(ticket, [line]);
    if (!isSame(of(ticket), of(next))) seq = line.seq;
    ticket = next;
  }
  return seq;
}

function unlikeRating(ratings: readonly KeptRating[], lines: readonly StoredLine[]): BrokenLink | null {
  const rated = lines.filter(({ name }) => name === 'rate');
  const kept = new Map(ratings.map((rating) => [rating.id, rating]));
  for (const { seq, data, text } of rated) {
    const rating = kept.get(data.ratingId as string);
    if (!rating) return { seq, fault: 'the rating is missing' };
    const { source, contacted, solved, satisfaction } = data;
    const changes = lines.filter((line) => line.seq < seq && line.name === 'changeCallbackNumber').length;
    const told = {
      source,
      contacted,
      solved,
      satisfaction,
      numberChanged: changes > 0,
      comment: text?.comment ?? null,
    };
    const { id: _id, ticketId: _ticket, ...given } = rating;
    if (!isSame(told, given)) return { seq, fault: 'the rating is another than was given' };
  }
  const last = lines.at(-1)?.seq ?? 0;
  return ratings.length > rated.length ? { seq: last, fault: 'there is a rating that nobody gave' } : null;
}

/** Every look is a line here and a row by which looks are counted. */
function unlikeLooks(reveals: number, lines: readonly StoredLine[]): BrokenLink | null {
  const told = lines.filter(({ name }) => name === 'reveal');
  const last = told.at(-1) ?? lines.at(-1);
  return told.length === reveals
    ? null
    : { seq: last?.seq ?? 0, fault: `${reveals} looks are kept, and ${told.length} told` };
}

const isSame = (left: unknown, right: unknown): boolean =>
  left === right || canonicalJson(plain(left)) === canonicalJson(plain(right));

/** Instants as the texts that they are in JSON. */
const plain = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
