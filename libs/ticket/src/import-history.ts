import { isOneOf } from './actor';
import { ActorRefused } from './actor-refused';
import type { Moved } from './move';
import type { MoveContext } from './move-context';
import type { Rating } from './rating';
import { begun, begunAsTold, keptForGood, type Registration } from './register';
import type { ToldLine } from './retold';
import type { Assignment, Ticket } from './ticket';
import { TransitionRefused } from './transition-refused';
import { transitions } from './transition';

type EndState = (typeof transitions.importHistory.to)[number];

/** What another system tells of a ticket that ended there. */
export interface PastFacts {
  readonly state: EndState;
  readonly registeredAt: Date;
  readonly dispatchedAt: Date | null;
  readonly handledAt: Date | null;
  readonly closedAt: Date;
  /** The department that led it. */
  readonly leadDepartmentId: string | null;
  readonly rating: Rating | null;
}

/**
 * A ticket that ended elsewhere becomes one of ours, as it ended: no clock runs, nobody is called, nothing is sent. Its
 * line stands at the instant of the import, which is when we were told.
 */
export function importHistory(given: Registration, past: PastFacts, context: MoveContext): Moved {
  const { importHistory: row } = transitions;
  if (!isOneOf(context.actor, row.by)) throw new ActorRefused('importHistory', context.actor.id);
  const fault = disorder(past, context.at);
  if (fault) throw new TransitionRefused('importHistory', past.state, fault);
  const ticket = ended(begun(given, [], past.registeredAt), past, context);
  const facts = Object.fromEntries(keptForGood.map((field) => [field, ticket[field]]));
  const { registeredAt, dispatchedAt, handledAt, closedAt, rating } = ticket;
  const line = {
    ticketId: ticket.id,
    seq: ticket.seq,
    at: context.at,
    actor: context.actor.id,
    name: 'importHistory',
    from: null,
    to: ticket.state,
    data: {
      ...facts,
      ...sourceTold(given),
      registeredAt,
      dispatchedAt,
      handledAt,
      closedAt,
      rating,
      ...leadTold(past),
    },
    text: null,
    event: row.emits,
  } as const;
  return { ticket, lines: [line] };
}

/**
 * As it stood when it was imported, after the line that tells it and what its row keeps of what was given. The line names
 * the department that led it, not the part: that is as the row says.
 */
export function importedAsTold(given: Pick<Ticket, 'assignments'> & Registration, line: ToldLine): Ticket {
  const { ledBy = null, rating = null } = line.data as { ledBy?: string; rating?: Rating };
  const instant = (field: string) => instantOf(line.data[field]);
  const [registeredAt, closedAt] = [instant('registeredAt') ?? line.at, instant('closedAt') ?? line.at];
  const past = {
    ...{ state: line.to as EndState, registeredAt, closedAt, leadDepartmentId: ledBy, rating },
    ...{ dispatchedAt: instant('dispatchedAt'), handledAt: instant('handledAt') },
  };
  const part = given.assignments.find(({ round }) => round === 1);
  return ended(begunAsTold(given, line, registeredAt), past, { newId: () => part?.id ?? 'untold' });
}

const instantOf = (told: unknown): Date | null =>
  told instanceof Date || typeof told === 'string' ? new Date(told) : null;

/** Its number there. */
const sourceTold = ({ attributes }: Registration) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => /^external(System|Number)$/.test(name)));

/** Named apart from `assigned`, which would ask for clocks. */
const leadTold = ({ leadDepartmentId }: PastFacts) => (leadDepartmentId ? { ledBy: leadDepartmentId } : {});

/** Why these instants cannot have followed each other; null when they can. */
function disorder({ registeredAt, dispatchedAt, handledAt, closedAt }: PastFacts, now: Date): string | null {
  if (closedAt > now) return '办结时间在将来';
  if (closedAt < registeredAt) return '办结时间早于登记时间';
  if (dispatchedAt && (dispatchedAt < registeredAt || dispatchedAt > closedAt)) return '派单时间不在登记与办结之间';
  if (handledAt && (handledAt < registeredAt || handledAt > closedAt)) return '承办办结时间不在登记与办结之间';
  return null;
}

function ended(ticket: Ticket, past: PastFacts, context: Pick<MoveContext, 'newId'>): Ticket {
  const { state, dispatchedAt, closedAt, rating } = past;
  // Whoever followed another ticket was answered with it: nobody is left to wait for.
  const handledAt = past.handledAt ?? (state === 'merged' ? closedAt : null);
  const lead = leadPart(past, handledAt, context);
  return {
    ...ticket,
    imported: true,
    state,
    stateSince: closedAt,
    dispatchedAt: dispatchedAt ?? (lead ? ticket.registeredAt : null),
    handledAt,
    closedAt,
    closeReason: 'imported',
    round: lead ? 1 : 0,
    leadId: lead?.id ?? null,
    leadDepartmentId: lead?.departmentId ?? null,
    assignments: lead ? [lead] : [],
    rating: rating && { ...rating, round: 1, at: closedAt, numberChanged: false },
  };
}

/** The lead's part, over since the ticket ended: by it the department finds its own history again. */
function leadPart(past: PastFacts, handledAt: Date | null, { newId }: Pick<MoveContext, 'newId'>): Assignment | null {
  const { leadDepartmentId, registeredAt, dispatchedAt, closedAt, state } = past;
  if (!leadDepartmentId) return null;
  const isAnswered = state === 'closed' || state === 'merged';
  return {
    id: newId(),
    departmentId: leadDepartmentId,
    parentId: null,
    role: 'lead',
    state: isAnswered ? 'answered' : 'cancelled',
    round: 1,
    dispatchedAt: dispatchedAt ?? registeredAt,
    signedAt: null,
    contactedAt: null,
    submittedAt: isAnswered ? handledAt : null,
    answeredAt: isAnswered ? handledAt : null,
    endedAt: closedAt,
    reply: null,
  };
}
