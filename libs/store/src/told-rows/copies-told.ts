import { copyRow } from '../ticket-rows';
import { saidIn, type RowsTold, type Step } from './told-row';

/** Copies for third parties: their digest proves what was printed, until that is erased (erase-texts.ts). */
export const copiesTold: RowsTold = (steps) =>
  steps.flatMap((step) => (step.line.name === 'thirdPartyCopy' ? [{ seq: step.line.seq, columns: copied(step) }] : []));

function copied({ line, before }: Step): Record<string, unknown> {
  const { copyId, sha256 } = line.data as { copyId: string; sha256: string };
  const said = { recipient: saidIn(line, 'recipient') ?? '', purpose: saidIn(line, 'purpose') ?? '' };
  const { seq, actor: by, at } = line;
  const number = `${before.number}-${seq}`;
  const row = copyRow(before.id, { ...said, id: copyId, seq, number, printed: {}, sha256, by, at });
  return { ...row, printed: line.text ? sha256 : undefined };
}
