import { Counting } from '#satisfaction/facts/counting';
import { Refusal } from '#platform/problems';
import { readSettings } from '#platform/settings';
import { ProgressBar } from '../replay/progress-bar';
import type { Store } from '../seed/store';

/** Counting as the hotline does it, for a tool without a house around it. */
export const openCounting = ({ database, clock }: Pick<Store, 'database' | 'clock'>, url: string): Counting =>
  new Counting(database, clock, readSettings({ DATABASE_URL: url }));

/** Asks until everything is counted and there is an answer. */
export async function whenCounted<Answer>(store: Store, ask: () => Promise<Answer>): Promise<Answer> {
  let left = await owed(store);
  const bar = new ProgressBar('Counting figures', left);
  try {
    for (;;) {
      const answer = await ask().catch(unlessUnavailable);
      const now = await owed(store);
      bar.advance(Math.max(0, left - now));
      left = now;
      if (answer !== null) return answer;
    }
  } finally {
    bar.end();
  }
}

function unlessUnavailable(error: unknown): null {
  if (error instanceof Refusal && error.code === 'unavailable') return null;
  throw error;
}

async function owed({ database }: Store): Promise<number> {
  const row = await database.sql.one<{ count: number }>(`SELECT count(*)::int AS count FROM ticket.count_owed`, []);
  return row?.count ?? 0;
}
