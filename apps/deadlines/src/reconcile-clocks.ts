import { clockKinds, type Alert } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import { nextRungAt, type BegunRung, type ClockRow, type KeptClocks } from '#store/clock-rows';
import { isSameValue } from '#store/same-value';
import { isFinish } from './clock-history';
import type { Ladder } from './ladder/ladder';
import type { WantedClock } from './wanted-clock';

/** What to write so that the stored clocks become the wanted ones. */
export type Reconciled = Pick<KeptClocks, 'changed' | 'summary' | 'parts' | 'begun'>;

/** Compares what history asks for with what is stored. A clock keeps its id, and its flag while its due time stands. */
export function reconcile(
  ticket: Pick<Ticket, 'leadId' | 'urgency'>,
  wanted: readonly WantedClock[],
  stored: readonly ClockRow[],
  newId: () => string,
  ladder: Pick<Ladder, 'rungsOf'>,
): Reconciled {
  const known = new Map(stored.map((clock) => [clock.key, clock]));
  const rows = [
    ...stored.filter(({ key }) => !wanted.some((clock) => clock.key === key)).map(withdrawn),
    ...wanted.map((clock) => rowOf(clock, known.get(clock.key), newId, () => ladder.rungsOf(clock, ticket.urgency))),
  ];
  const changed = rows.filter((row) => !sameClock(row, known.get(row.key)));
  const begun = changed.filter(({ key }) => !known.has(key)).flatMap((clock) => begunOf(clock, newId));
  return { changed, summary: summaryOf(ticket, rows), parts: partsOf(rows), begun };
}

/** What a clock that begins tells at once: the line that began it stands in the history already. */
const begunOf = (clock: ClockRow, newId: () => string): BegunRung[] =>
  clock.ladder.filter(({ rung }) => clock.fired.includes(rung)).map((time) => ({ id: newId(), clock, time }));

/** A clock that the ticket does not need any more, since its class or its citizen was edited. */
const withdrawn = (stored: ClockRow): ClockRow =>
  stored.state === 'running' ? { ...stored, state: 'cancelled', nextMarkAt: null } : stored;

function rowOf(
  clock: WantedClock,
  stored: ClockRow | undefined,
  newId: () => string,
  rungs: () => ClockRow['ladder'],
): ClockRow {
  // A clock that has ended is history: neither an edited class nor a changed limit moves its due time.
  if (stored && stored.state !== 'running' && stored.state === clock.state) return stored;
  const { key, kind, assignmentId, round, state, startedAt, dueAt, yellowAt, metAt, rule, underReview, paused } = clock;
  const moved = stored?.dueAt.getTime() !== dueAt.getTime();
  // A moved due time may warn again, whatever moved it.
  const generation =
    stored && moved ? Math.max(stored.generation + 1, clock.generation) : (stored?.generation ?? clock.generation);
  const alert = stored && !moved ? stored.alert : 'none';
  const waits = state !== 'running' || underReview || paused || clockKinds[kind].silent;
  const fired = stored && !moved ? stored.fired : firedAtStart;
  const ladder = rungs();
  const nextMarkAt = waits ? null : nextRungAt({ ladder, fired });
  const told = { key, kind, assignmentId, round, state, startedAt, dueAt, yellowAt, metAt, rule: { ...rule } };
  return { ...told, id: stored?.id ?? newId(), generation, alert, nextMarkAt, ladder, fired };
}

/** Whoever has a step was reminded of it when it began: a moved due time reminds nobody again. */
const firedAtStart = ['reminder'] as const satisfies ClockRow['fired'];

const compared = ['state', 'generation', 'dueAt', 'yellowAt', 'metAt', 'nextMarkAt', 'ladder'] as const;

const sameClock = (row: ClockRow, stored: ClockRow | undefined): boolean =>
  stored !== undefined && (row === stored || isAsStored(row, stored));

const isAsStored = (row: ClockRow, stored: ClockRow): boolean =>
  compared.every((field) => plain(row[field]) === plain(stored[field])) &&
  // A hold that moved nothing is told by the receipt all the same.
  isSameValue(row.rule['steps'], stored.rule['steps']);

/** Instants compare by their time, ladders by what they say. */
function plain(value: ClockRow[(typeof compared)[number]]): string | number | null {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'object' && value !== null
    ? value.map(({ rung, at, row }) => `${rung} ${at} ${row}`).join()
    : value;
}

function summaryOf(ticket: Pick<Ticket, 'leadId'>, rows: readonly ClockRow[]): Reconciled['summary'] {
  const finish = rows.findLast(({ kind, assignmentId }) => isFinish(kind) && assignmentId === ticket.leadId);
  const running = rows.filter(({ state }) => state === 'running');
  return {
    dueAt: finish?.dueAt ?? null,
    promisedAt: rows.find(({ kind }) => kind === 'citizen')?.dueAt ?? null,
    alert: worst(running.map(({ alert }) => alert)),
  };
}

const partsOf = (rows: readonly ClockRow[]): Reconciled['parts'] =>
  rows
    .filter(({ kind }) => isFinish(kind))
    .flatMap(({ assignmentId, dueAt, alert }) => (assignmentId ? [{ id: assignmentId, dueAt, alert }] : []));

const worst = (alerts: readonly Alert[]): Alert =>
  alerts.includes('red') ? 'red' : alerts.includes('yellow') ? 'yellow' : 'none';
