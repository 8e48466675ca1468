import { createHash } from 'node:crypto';
import { measures } from './measures';

/** Raised whenever a measure comes to mean something else: what was counted before is counted anew. */
const version = 4;

const digest = createHash('sha256')
  .update(JSON.stringify(Object.values(measures).map(({ number, label }) => [number, label])))
  .digest('hex');

/** By what this process counts. */
export const countingRules = `${version}:${digest}`;

/** Whether what was counted by these rules is to be counted anew by ours; those of a later version are not ours to undo. */
export const areOutdated = (countedBy: string | null): boolean =>
  countedBy === null || (countedBy !== countingRules && Number(countedBy.split(':')[0]) <= version);
