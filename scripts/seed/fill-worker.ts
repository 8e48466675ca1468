import { workerData } from 'node:worker_threads';
import type { Share } from './fill';
import { fillShare } from './fill-share';
import type { Options } from './options';
import { tellPast } from './past-teller';
import { plan } from './plan';
import { readTelling } from './read-telling';

const { options, now, ...share } = workerData as Share & { readonly options: Options; readonly now: Date };

void fillShare(share, plan(options, now), async (store) => {
  const telling = await readTelling(store, options);
  return (planned, number) => tellPast(telling, { ...planned, number, until: now });
});
