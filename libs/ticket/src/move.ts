import { ActorRefused } from './actor-refused';
import { isOneOf } from './actor';
import { effects } from './effects';
import { guards } from './guards';
import type { Line } from './line';
import { splitText } from './line-text';
import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';
import { Overtaken } from './overtaken';
import { states } from './state';
import { TransitionRefused } from './transition-refused';
import { transitionRow, type MoveName, type TransitionName } from './transition';
import type { TransitionInput } from './transition-input';

/** A ticket after one or more transitions, and the history lines that tell them. */
export interface Moved {
  readonly ticket: Ticket;
  readonly lines: readonly Line[];
}

/**
 * Moves a ticket by one transition: the next ticket and its history line.
 * @throws ActorRefused when this actor may never do it; TransitionRefused when this ticket may not do it now.
 */
export function move<Name extends MoveName>(
  ticket: Ticket,
  name: Name,
  input: TransitionInput[Name],
  context: MoveContext,
): Moved {
  const row = transitionRow(name);
  if (!isOneOf(context.actor, row.by)) throw new ActorRefused(name, context.actor.id);
  refuseOutOfPlace(ticket, name);
  const refusal = guards[name]?.(ticket, input, context);
  if (refusal) throw new TransitionRefused(name, ticket.state, refusal);
  const changed = { ...ticket, ...effects[name](ticket, input, context) };
  const state = stateAfter(name, ticket, changed);
  const next: Ticket = {
    ...changed,
    state,
    stateSince: state === ticket.state && changed.leadId === ticket.leadId ? ticket.stateSince : context.at,
    seq: ticket.seq + 1,
  };
  return { ticket: next, lines: [lineOf(name, ticket, next, input, context)] };
}

/** Of an archived ticket too: who saw or took what is recorded, and its personal data may be erased. */
const evenArchived: readonly MoveName[] = ['reveal', 'hearRecording', 'thirdPartyCopy', 'erase'];

/** Nothing else in an archived ticket changes. @throws TransitionRefused where no input could make it possible */
export function refuseOutOfPlace(ticket: Ticket, name: MoveName): void {
  const { from, label } = transitionRow(name);
  if (!from.includes(ticket.state))
    throw new TransitionRefused(name, ticket.state, new Overtaken(`“${states[ticket.state].label}”的工单不能${label}`));
  if (ticket.archivedAt && !evenArchived.includes(name))
    throw new TransitionRefused(name, ticket.state, '工单已归档，不再变更');
}

/** Another transition in the same transaction: the citizen is dissatisfied, it is reasonable, so it is handled again. */
export function andThen<Name extends MoveName>(
  moved: Moved,
  name: Name,
  input: TransitionInput[Name],
  context: MoveContext,
): Moved {
  const next = move(moved.ticket, name, input, context);
  return { ticket: next.ticket, lines: [...moved.lines, ...next.lines] };
}

/** The effect names the state where the row leaves a choice; otherwise the row does. */
function stateAfter(name: TransitionName, before: Ticket, changed: Ticket): Ticket['state'] {
  const { to } = transitionRow(name);
  if (to === 'same') return before.state;
  const [only, ...others] = to;
  if (only !== undefined && others.length === 0) return only;
  if (!to.includes(changed.state)) throw new Error(`${name} led to ${changed.state}, which its row does not name`);
  return changed.state;
}

function lineOf(name: TransitionName, before: Ticket, after: Ticket, input: object, context: MoveContext): Line {
  const { data, text } = splitText(input);
  return {
    ticketId: after.id,
    seq: after.seq,
    at: context.at,
    actor: context.actor.id,
    name,
    from: before.state,
    to: after.state,
    data: { ...data, ...partsTold(before, after) },
    text,
    event: transitionRow(name).emits,
  };
}

/** Who begins and who is taken away or gives back are facts of the line: nothing else in it names their parts. */
function partsTold(before: Ticket, after: Ticket): Record<string, unknown> {
  const known = new Map(before.assignments.map((each) => [each.id, each]));
  const assigned = after.assignments
    .filter(({ id }) => !known.has(id))
    .map(({ id, departmentId, role, round, parentId }) => ({
      ...{ id, departmentId, role, round },
      ...(parentId !== null && { parentId }),
    }));
  const ended = after.assignments
    .filter(({ state }) => state === 'cancelled' || state === 'returned')
    .filter(({ id }) => known.get(id)?.endedAt === null)
    .map(({ id }) => id);
  return { ...(assigned.length > 0 && { assigned }), ...(ended.length > 0 && { ended }) };
}
