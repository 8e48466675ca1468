import type { Line } from '#ticket/line';
import { endStates } from '#ticket/state';
import {
  openSupervisionStates,
  supervisionMoves,
  type LeaderInstruction,
  type SupervisionCause,
  type SupervisionLevel,
  type SupervisionMove,
  type SupervisionState,
} from '#ticket/supervision';
import type { Ticket } from '#ticket/ticket';
import type { TransitionInput } from '#ticket/transition-input';
import { holdToTheEnd } from './advisory-locks';
import type { Sql } from './sql';

/** An order (督办单) as it is stored; each of its columns is told by a line of its ticket's history. */
export interface SupervisionColumns {
  id: string;
  ticket_id: string;
  state: SupervisionState;
  level: SupervisionLevel;
  cause: SupervisionCause;
  requirement: string | null;
  department_id: string;
  copy_to: readonly string[];
  instruction: LeaderInstruction | null;
  /** The date that was given; null: by the limit. */
  due_at: Date | null;
  /** The clock and its due generation by which the ladder drafted it. */
  clock_id: string | null;
  generation: number | null;
  /** The cause by which it was drafted without a person, and the round that it is about; null for all others. */
  ground: SupervisionCause | null;
  round: number | null;
  drafted_by: string;
  drafted_at: Date;
  series: string | null;
  year: number | null;
  number: number | null;
  sha256: string | null;
  signed_by: string | null;
  signed_at: Date | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  /** How often an answer was sent back, and what was said of the last one. */
  sent_back: number;
  note: string | null;
  closed_by: string | null;
  closed_at: Date | null;
}

/** What a line tells: instants in a stored one are ISO 8601 texts, and its words may have been erased. */
type Told = Pick<Line, 'name' | 'at' | 'actor' | 'ticketId' | 'data' | 'text'>;
type Said<Name extends SupervisionMove> = Partial<TransitionInput[Name]>;
type Change = (line: Told, before: SupervisionColumns) => Partial<SupervisionColumns>;

const saidIn = <Name extends SupervisionMove>(_name: Name, { data, text }: Told): Said<Name> =>
  ({ ...data, ...text }) as Said<Name>;

const order = (line: Told): Partial<SupervisionColumns> => {
  const said = saidIn('supervise', line);
  return {
    level: said.level,
    cause: said.cause,
    requirement: said.requirement ?? null,
    department_id: said.departmentId,
    copy_to: said.copyTo ?? [],
    instruction: said.instruction ?? null,
    due_at: said.dueAt ? new Date(said.dueAt) : null,
  };
};

const ended: Change = ({ actor, at }) => ({ closed_by: actor, closed_at: at });

/** What each move changes in an order: written with the move, and told again by the audit. */
const changes: { readonly [Name in SupervisionMove]: Change } = {
  supervise: (line) => ({ ...order(line), drafted_by: line.actor, drafted_at: line.at }),
  amendSupervision: order,
  discardSupervision: (line, before) => ({
    ...ended(line, before),
    note: saidIn('discardSupervision', line).reason ?? null,
  }),
  signSupervision: (line) => {
    const { series, year, number, sha256 } = saidIn('signSupervision', line);
    return { series, year, number, sha256, signed_by: line.actor, signed_at: line.at };
  },
  answerSupervision: (line) => ({
    answer: saidIn('answerSupervision', line).text ?? null,
    answered_by: line.actor,
    answered_at: line.at,
  }),
  sendBackSupervision: (line, { sent_back }) => ({
    sent_back: sent_back + 1,
    note: saidIn('sendBackSupervision', line).reason ?? null,
  }),
  closeSupervision: (line, before) => ({
    ...ended(line, before),
    note: saidIn('closeSupervision', line).note ?? before.note,
  }),
};

/** The order after this line. */
export const supervisionAfter = (
  before: SupervisionColumns,
  name: SupervisionMove,
  line: Told,
): SupervisionColumns => ({ ...before, ...changes[name](line, before), state: supervisionMoves[name].to });

/** The order that this line drafts. */
export function draftedSupervision(line: Told): SupervisionColumns {
  const {
    supervisionId = '',
    clockId = null,
    generation = null,
    ground = null,
    round = null,
  } = saidIn('supervise', line);
  const unsaid = {
    ...unsigned,
    id: supervisionId,
    ticket_id: line.ticketId,
    clock_id: clockId,
    generation,
    ground,
    round,
  };
  return supervisionAfter(unsaid as SupervisionColumns, 'supervise', line);
}

const unsigned: Partial<SupervisionColumns> = {
  series: null,
  year: null,
  number: null,
  sha256: null,
  signed_by: null,
  signed_at: null,
  answer: null,
  answered_by: null,
  answered_at: null,
  sent_back: 0,
  note: null,
  closed_by: null,
  closed_at: null,
};

type Standing = Pick<Ticket, 'state' | 'archivedAt'>;

/** Open orders lapse with every end of their ticket but closing, and with its archiving. */
export const lapsesSupervisions = (before: Standing, after: Standing): boolean =>
  (before.state !== after.state && endStates.includes(after.state) && after.state !== 'closed') ||
  (!before.archivedAt && after.archivedAt !== null);

export const openOrders = `state IN (${openSupervisionStates.map((state) => `'${state}'`).join(', ')})`;

/** A department still owes an answer, or the hotline a word on it. */
export const owedOrders = `state IN ('signed', 'answered')`;

/** The columns that lines tell. */
export const supervisionColumns =
  'id, ticket_id, state, level, cause, requirement, department_id, copy_to, instruction, due_at, clock_id, generation, ground, round, drafted_by, drafted_at, series, year, number, sha256, signed_by, signed_at, answer, answered_by, answered_at, sent_back, note, closed_by, closed_at';

/** Changes an order as the line of this move tells; the caller's transaction holds its ticket's lock. */
export async function writeSupervision(
  sql: Sql,
  row: SupervisionColumns,
  printed: object | null = null,
): Promise<void> {
  await sql.query(
    `UPDATE ticket.supervision s SET (${supervisionColumns}) = (SELECT ${supervisionColumns} FROM json_populate_record(null::ticket.supervision, $2)),
       printed = coalesce($3::jsonb, printed) WHERE id = $1`,
    [row.id, JSON.stringify(row), printed && JSON.stringify(printed)],
  );
}

/** The order as it stands, under its ticket's lock; undefined when the ticket has no such one. */
export const supervisionOf = (sql: Sql, ticketId: string, id: string): Promise<SupervisionColumns | undefined> =>
  sql.one<SupervisionColumns & Record<string, unknown>>(
    `SELECT ${supervisionColumns} FROM ticket.supervision WHERE ticket_id = $1 AND id = $2`,
    [ticketId, id],
  );

/** By what an order is known that is drafted without a person: a due time of a clock, or a cause and the round it is about. */
export type DraftedBy =
  | { readonly clockId: string; readonly generation: number }
  | { readonly ground: SupervisionCause; readonly round: number };

/** Whether one was drafted by this already, whatever became of it. */
export async function isDrafted(sql: Sql, ticketId: string, by: DraftedBy): Promise<boolean> {
  const [condition, values] =
    'ground' in by
      ? ['ground = $2 AND round = $3', [by.ground, by.round]]
      : ['clock_id = $2 AND generation = $3', [by.clockId, by.generation]];
  const known = await sql.one(`SELECT 1 FROM ticket.supervision WHERE ticket_id = $1 AND ${condition}`, [
    ticketId,
    ...values,
  ]);
  return known !== undefined;
}

/**
 * The next number of a series in a year. Whoever is given it holds the lock until they have committed or rolled back, so
 * there is none twice and no gap.
 */
export async function nextSupervisionNumber(sql: Sql, series: string, year: number): Promise<number> {
  await holdToTheEnd(sql, 'supervisionNumbers');
  const last = await sql.one<{ number: number | null }>(
    `SELECT max(number) AS number FROM ticket.supervision WHERE series = $1 AND year = $2`,
    [series, year],
  );
  return (last?.number ?? 0) + 1;
}
