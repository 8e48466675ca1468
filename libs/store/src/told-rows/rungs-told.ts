import type { TransitionInput } from '#ticket/transition-input';
import type { RowsTold, ToldRow } from './told-row';

/** As a stored line has it; lines from before the ladder knew flags alone. */
type Mark = Omit<TransitionInput['mark'], 'rung'> & Partial<Pick<TransitionInput['mark'], 'rung'>>;

/** Rungs that clocks climbed: each told by its mark, and reminders by the line that gave somebody a part to sign, or to handle again. */
export const rungsTold: RowsTold = (steps) =>
  steps.flatMap(({ line }): ToldRow[] => {
    if (line.name !== 'mark') return assignedIn(line.data).flatMap((part) => remindedOf(part, line));
    const { clockId, kind, generation, alert, rung = alert, dueAt } = line.data as unknown as Mark;
    return [
      {
        seq: line.seq,
        columns: { clock_id: clockId, rung, generation, kind, due_at: dueAt, fired_at: line.at },
      },
    ];
  });

interface Assigned {
  readonly id: string;
  readonly round: number;
}

const assignedIn = (data: Readonly<Record<string, unknown>>) => (data['assigned'] ?? []) as readonly Assigned[];

/** Whether anybody was reminded, the ladder of that day says, and no line does. */
const remindedOf = ({ id, round }: Assigned, { seq, at }: { seq: number; at: Date }): ToldRow[] =>
  (round > 1 ? ['sign', 'rework'] : ['sign']).map((kind) => ({
    seq,
    columns: { rung: 'reminder', kind, assignment_id: id, fired_at: at },
    mayLack: true,
  }));
