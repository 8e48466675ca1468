import { setTimeout as sleep } from 'node:timers/promises';
import type { HotlineClient } from '../hotline-client';
import { walk } from './walk';
import type { Check } from './check';

/** Jobs given up and not tried again, by id. */
export async function deadLetters(admin: HotlineClient): Promise<Set<string>> {
  const items = await walk((cursor) => admin.call('GET /api/dead-letters', { query: { limit: 200, cursor } }));
  return new Set(items.map(({ id }) => id));
}

/** Longer than a job's retries take, which end in a dead letter after some 3 s. */
const retriesMs = 5_000;

/** None came while the replay ran, nor from the jobs it left behind. */
export async function checkDeadLetters(admin: HotlineClient, before: ReadonlySet<string>): Promise<Check> {
  await sleep(retriesMs);
  const after = await deadLetters(admin);
  const fresh = [...after].filter((id) => !before.has(id)).length;
  const older = after.size - fresh;
  const hotline = older > 0 ? `${fresh} (and ${older} from before)` : fresh;
  return { label: 'dead letters', ledger: 0, hotline, holds: fresh === 0 };
}
