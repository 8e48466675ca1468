import { effects } from './effects';
import type { Line } from './line';
import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';
import type { MoveName } from './transition';
import type { TransitionInput } from './transition-input';

/** A line as history keeps it: instants in its facts are ISO 8601 texts, and its words may have been erased. */
export type ToldLine = Pick<Line, 'seq' | 'at' | 'actor' | 'name' | 'to' | 'data' | 'text'>;

/**
 * The ticket as it was registered, and then after each of these lines. Each transition's own effect is made again, so
 * whatever a line tells is told of the ticket. Nothing is guarded: it has happened.
 */
export function retoldSteps(registered: Ticket, lines: readonly ToldLine[]): Ticket[] {
  const steps = [registered];
  let ticket = registered;
  for (const line of lines) steps.push((ticket = step(ticket, line)));
  return steps;
}

/** In place on one copy: a second and third would take as long as the first. */
function step(ticket: Ticket, line: ToldLine): Ticket {
  const changed: { -readonly [Field in keyof Ticket]: Ticket[Field] } = { ...ticket };
  Object.assign(changed, effectOf(ticket, line));
  if (line.to !== ticket.state || changed.leadId !== ticket.leadId) changed.stateSince = line.at;
  changed.state = line.to;
  changed.seq = line.seq;
  return changed;
}

function effectOf(ticket: Ticket, line: ToldLine): Partial<Ticket> {
  const name = line.name as MoveName;
  const effect = effects[name] as (ticket: Ticket, input: unknown, context: MoveContext) => Partial<Ticket>;
  return effect(ticket, inputOf(line), contextOf(line));
}

function inputOf({ data, text }: ToldLine): Record<string, unknown> {
  const input = { ...data };
  for (const field of instants) if (typeof input[field] === 'string') input[field] = new Date(input[field]);
  return Object.assign(input, text);
}

/** The facts of lines that are instants, of those that a ticket keeps. */
const instants = ['contactedAt', 'handledAt', 'dueAt', 'occurredAt'] satisfies FieldOf<
  TransitionInput[keyof TransitionInput]
>[];
type FieldOf<Input> = Input extends unknown ? keyof Input : never;

/** New parts get the ids that the line says they got. */
function contextOf({ actor: id, at, data }: ToldLine): MoveContext {
  const assigned = [...((data.assigned ?? []) as { id: string }[])];
  return {
    actor: { id, name: id, roles: [], departmentIds: [] },
    at,
    newId: () => assigned.shift()?.id ?? 'untold',
    pastClocks: new Set(),
    unitsOf: (departmentId) => [departmentId],
  };
}
