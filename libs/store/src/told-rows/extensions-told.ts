import { extensionStepOf, type ExtensionStep } from '#ticket/extension-moves';
import type { AskedExtension } from '#ticket/transition-input';
import { partOf } from '#ticket/ticket';
import { extensionRow } from '../extension-rows';
import { partsEnded } from '../lapsed-requests';
import { saidIn, type RowsTold, type Step } from './told-row';

type Columns = ReturnType<typeof extensionRow>;

const decisions: Readonly<Partial<Record<ExtensionStep, { state: string; said: string }>>> = {
  give: { state: 'approved', said: 'note' },
  refuse: { state: 'refused', said: 'reason' },
};

/** More time that departments asked for, and what became of each request. */
export const extensionsTold: RowsTold = (steps) => {
  const asked: { seq: number; columns: Columns }[] = [];
  for (const step of steps) {
    const { line, before, after } = step;
    const done = extensionStepOf(line.name);
    const decision = done && decisions[done];
    const ended = partsEnded(before, after);
    for (const { columns } of asked) {
      if (columns.state !== 'pending') continue;
      if (decision && columns.id === line.data.extensionId) {
        const note = saidIn(line, decision.said) ?? null;
        Object.assign(columns, { state: decision.state, decided_by: line.actor, decided_at: line.at, note });
      } else if (ended.includes(columns.assignment_id)) {
        Object.assign(columns, { state: 'lapsed', decided_at: line.at });
      }
    }
    if (done === 'ask') asked.push({ seq: line.seq, columns: askedBy(step) });
  }
  return asked;
};

function askedBy({ line, before }: Step): Columns {
  const told = line.data as unknown as AskedExtension & { attachmentIds?: readonly string[] };
  return extensionRow(before.id, {
    ...told,
    departmentId: partOf(before, told)?.departmentId ?? '',
    attachmentIds: told.attachmentIds ?? [],
    reason: saidIn(line, 'reason') ?? null,
    basis: saidIn(line, 'basis') ?? null,
    by: line.actor,
    at: line.at,
  });
}
