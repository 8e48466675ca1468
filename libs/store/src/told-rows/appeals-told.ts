import { partOf } from '#ticket/ticket';
import type { AskedAppeal } from '#ticket/transition-input';
import { appealRow, lapsesAppeals } from '../appeal-rows';
import { saidIn, type RowsTold, type Step } from './told-row';

type Columns = ReturnType<typeof appealRow>;

/** Appeals against ratings, and what became of each. */
export const appealsTold: RowsTold = (steps) => {
  const asked: { seq: number; columns: Columns }[] = [];
  for (const step of steps) {
    for (const { columns } of asked) if (columns.state === 'pending') Object.assign(columns, becameOf(columns, step));
    if (step.line.name === 'appeal') asked.push({ seq: step.line.seq, columns: askedBy(step) });
  }
  return asked;
};

const decisions: Readonly<Partial<Record<Step['line']['name'], { state: string; said: string }>>> = {
  accept: { state: 'accepted', said: 'note' },
  refuseAppeal: { state: 'refused', said: 'reason' },
};

function becameOf({ id }: Columns, { line, before, after }: Step): Partial<Columns> {
  const decision = decisions[line.name];
  if (decision && line.data.appealId === id)
    return {
      ...{ state: decision.state, decided_by: line.actor, decided_at: line.at },
      note: saidIn(line, decision.said) ?? null,
    };
  return lapsesAppeals(before, after) ? { state: 'lapsed', decided_at: line.at } : {};
}

function askedBy({ line, before }: Step): Columns {
  const told = line.data as unknown as AskedAppeal;
  return appealRow(before.id, {
    ...told,
    departmentId: partOf(before, told)?.departmentId ?? '',
    round: before.rating?.round ?? 0,
    reason: saidIn(line, 'reason') ?? null,
    attachmentIds: told.attachmentIds ?? [],
    by: line.actor,
    at: line.at,
  });
}
