import { workerData } from 'node:worker_threads';
import type { Share } from '../seed/fill';
import { fillShare } from '../seed/fill-share';
import { monthlyBatches } from '../seed/monthly-batches';
import type { PeriodFigures } from './period-figures';
import { planPeriod } from './plan';
import { readCaseTelling } from './read-case-telling';
import { tellCase } from './tell-case';

const { figures, seed, ...share } = workerData as Share & { readonly figures: PeriodFigures; readonly seed: number };

void fillShare(share, monthlyBatches(planPeriod(figures, seed)), async (store) => {
  const telling = await readCaseTelling(store, figures, seed);
  return (planned, number) => tellCase(telling, planned, number);
});
