import type { SignOffKind } from '#ticket/sign-off';
import { partOf } from '#ticket/ticket';
import { partsOffDesk } from '../lapsed-requests';
import { signOffRow } from '../sign-off-rows';
import { saidIn, type RowsTold, type Step } from './told-row';

type Columns = ReturnType<typeof signOffRow>;

/** What was put before heads, and what became of it. */
export const signOffsTold: RowsTold = (steps) => {
  const asked: { seq: number; columns: Columns }[] = [];
  for (const step of steps) {
    for (const { columns } of asked) Object.assign(columns, becameOf(columns, step));
    if (step.line.data.signOffId && step.line.name !== 'signOff')
      asked.push({ seq: step.line.seq, columns: askedBy(step) });
  }
  return asked;
};

function becameOf({ id, state, assignment_id: part }: Columns, { line, before, after }: Step): Partial<Columns> {
  if (state !== 'waiting') return {};
  if (line.name === 'signOff' && line.data.signOffId === id)
    return {
      state: line.data.approve === true ? 'signed' : 'refused',
      decided_by: line.actor,
      decided_for: (line.data.onBehalfOf as string | undefined) ?? null,
      decided_at: line.at,
      note: saidIn(line, 'reason') ?? null,
    };
  return partsOffDesk(before, after).includes(part) ? { state: 'lapsed', decided_at: line.at } : {};
}

function askedBy({ line, before }: Step): Columns {
  const told = line.data as unknown as { signOffId: string; signOffKind?: SignOffKind; assignmentId: string };
  const { signOffId: id, signOffKind: kind = 'reply', assignmentId } = told;
  const departmentId = partOf(before, told)?.departmentId ?? '';
  return signOffRow(before.id, { id, assignmentId, departmentId, kind, by: line.actor, at: line.at });
}
