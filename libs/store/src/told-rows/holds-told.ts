import type { AskedHold, OnPart } from '#ticket/transition-input';
import { partOf } from '#ticket/ticket';
import { holdRow } from '../hold-rows';
import { endsUnanswered, leavesHandling } from '../lapsed-requests';
import { saidIn, type RowsTold, type Step } from './told-row';

type Columns = ReturnType<typeof holdRow>;

/** What was put aside or was to be, and what became of each entry of the ledger. */
export const holdsTold: RowsTold = (steps) => {
  const asked: { seq: number; columns: Columns }[] = [];
  for (const step of steps) {
    for (const { columns } of asked) Object.assign(columns, becameOf(columns, step));
    if (step.line.name === 'requestHold') asked.push({ seq: step.line.seq, columns: askedBy(step) });
  }
  return asked;
};

function becameOf({ id, state }: Columns, { line, before, after }: Step): Partial<Columns> {
  const isIts = line.data.holdId === id;
  const decided = { decided_by: line.actor, decided_at: line.at };
  if (state === 'pending') {
    if (isIts && line.name === 'hold') return { ...decided, state: 'open' };
    if (isIts && line.name === 'refuseHold')
      return { ...decided, state: 'refused', note: saidIn(line, 'reason') ?? null };
    return leavesHandling(before, after) ? { state: 'lapsed', decided_at: line.at } : {};
  }
  const ends = ['resume', 'endHold', 'hold'].includes(line.name) || endsUnanswered(after);
  return state === 'open' && ends ? { state: 'ended', ended_at: line.at } : {};
}

function askedBy({ line, before }: Step): Columns {
  const told = line.data as unknown as AskedHold & OnPart;
  return holdRow(before.id, {
    ...told,
    departmentId: partOf(before, told)?.departmentId ?? '',
    plan: saidIn(line, 'plan') ?? null,
    responsible: saidIn(line, 'responsible') ?? null,
    by: line.actor,
    at: line.at,
  });
}
