import { needsArbitration } from '#ticket/assignments';
import { partOf } from '#ticket/ticket';
import type { MoveName } from '#ticket/transition';
import { returnRow } from '../ticket-rows';
import { saidIn, type RowsTold, type Step } from './told-row';

type Columns = Omit<ReturnType<typeof returnRow>, 'basis'> & { basis: string | null };

/** Returns that departments asked for, and what became of each. */
export const returnsTold: RowsTold = (steps) => {
  const asked: { seq: number; columns: Columns }[] = [];
  for (const step of steps) {
    const { line, before, after } = step;
    const leaves = before.state === 'returning' && after.state !== 'returning';
    const pending = asked.filter(({ columns }) => leaves && columns.state === 'pending');
    for (const { columns } of pending) Object.assign(columns, { state: becameOf(step), decided_at: line.at });
    if (line.name === 'return') asked.push({ seq: line.seq, columns: askedBy(step) });
  }
  return asked.map(({ seq, columns }) => ({ seq, columns: { ...columns, id: undefined } }));
};

function askedBy({ line, before }: Step): Columns {
  const { assignmentId, reasonCode } = line.data as { assignmentId: string; reasonCode: string };
  const departmentId = partOf(before, { assignmentId })?.departmentId ?? '';
  const basis = saidIn(line, 'basis') ?? null;
  const asked = { id: '', assignmentId, departmentId, reasonCode, basis: '', at: line.at };
  return { ...returnRow(before.id, { ...asked, needsArbitration: needsArbitration(before) }), basis };
}

/** Who decides, and what; whatever else makes the ticket leave lets it lapse (write-move.ts). */
const decisions: { readonly [Name in MoveName]?: (step: Step) => 'upheld' | 'rejected' } = {
  uphold: () => 'upheld',
  rejectReturn: () => 'rejected',
  arbitrate: ({ line, before }) => (line.data.leadId === before.leadDepartmentId ? 'rejected' : 'upheld'),
};

const becameOf = (step: Step): string => decisions[step.line.name as MoveName]?.(step) ?? 'lapsed';
