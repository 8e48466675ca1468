import { clockKinds, type Alert } from '#ticket/clock-kind';
import type { Ticket } from '#ticket/ticket';
import type { ClockRow, KeptClocks } from '#store/clock-rows';
import { isSameValue } from '#store/same-value';
import type { WantedClock } from './wanted-clock';

/** What to write so that the stored clocks become the wanted ones. */
export type Reconciled = Pick<KeptClocks, 'changed' | 'summary' | 'parts'>;

/** Compares what history asks for with what is stored. A clock keeps its id, and its flag while its due time stands. */
export function reconcile(
  ticket: Pick<Ticket, 'leadId'>,
  wanted: readonly WantedClock[],
  stored: readonly ClockRow[],
  newId: () => string,
): Reconciled {
  const known = new Map(stored.map((clock) => [clock.key, clock]));
  const rows = [
    ...stored.filter(({ key }) => !wanted.some((clock) => clock.key === key)).map(withdrawn),
    ...wanted.map((clock) => rowOf(clock, known.get(clock.key), newId)),
  ];
  const changed = rows.filter((row) => !sameClock(row, known.get(row.key)));
  return { changed, summary: summaryOf(ticket, rows), parts: partsOf(rows) };
}

/** A clock that the ticket does not need any more, since its class or its citizen was edited. */
const withdrawn = (stored: ClockRow): ClockRow =>
  stored.state === 'running' ? { ...stored, state: 'cancelled', nextMarkAt: null } : stored;

function rowOf(clock: WantedClock, stored: ClockRow | undefined, newId: () => string): ClockRow {
  // A clock that has ended is history: neither an edited class nor a changed limit moves its due time.
  if (stored && stored.state !== 'running' && stored.state === clock.state) return stored;
  const { key, kind, assignmentId, round, state, startedAt, dueAt, yellowAt, metAt, rule, underReview, paused } = clock;
  const moved = stored?.dueAt.getTime() !== dueAt.getTime();
  // A moved due time may warn again, whatever moved it.
  const generation =
    stored && moved ? Math.max(stored.generation + 1, clock.generation) : (stored?.generation ?? clock.generation);
  const alert = stored && !moved ? stored.alert : 'none';
  const waits = state !== 'running' || underReview || paused || clockKinds[kind].silent;
  const nextMarkAt = waits ? null : nextMark(clock, alert);
  const told = { key, kind, assignmentId, round, state, startedAt, dueAt, yellowAt, metAt, rule: { ...rule } };
  return { ...told, id: stored?.id ?? newId(), generation, alert, nextMarkAt };
}

const nextMark = ({ yellowAt, dueAt }: WantedClock, alert: Alert): Date | null => {
  if (alert === 'red') return null;
  return alert === 'yellow' || !yellowAt ? dueAt : yellowAt;
};

const compared = ['state', 'generation', 'dueAt', 'yellowAt', 'metAt', 'nextMarkAt'] as const;

const sameClock = (row: ClockRow, stored: ClockRow | undefined): boolean =>
  stored !== undefined &&
  compared.every((field) => plain(row[field]) === plain(stored[field])) &&
  // A hold that moved nothing is told by the receipt all the same.
  isSameValue(row.rule['steps'], stored.rule['steps']);

/** Instants compare by their time. */
const plain = (value: ClockRow[(typeof compared)[number]]) => (value instanceof Date ? value.getTime() : value);

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

const isFinish = (kind: ClockRow['kind']): boolean => kind === 'finish' || kind === 'rework';

const worst = (alerts: readonly Alert[]): Alert =>
  alerts.includes('red') ? 'red' : alerts.includes('yellow') ? 'yellow' : 'none';
