import type { RouteAnswer } from '#http-api/routes';
import { Counting } from '#satisfaction/facts/counting';
import { OverviewReport } from '#satisfaction/overview-report';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { readSettings } from '#platform/settings';
import { TicketLists } from '#platform/ticket-lists';
import { TicketViews } from '#platform/ticket-views';
import { ProgressBar } from '../replay/progress-bar';
import type { Store } from '../seed/store';
import type { PeriodFigures } from './period-figures';

/** What GET /api/reports/overview answers. */
export type Overview = RouteAnswer<'GET /api/reports/:name'>;

const manager: Caller = {
  ...{ id: 'demo-district', name: 'demo-district', username: 'demo-district', roles: ['manager'], departmentIds: [] },
  ...{ departmentId: null, mustChangePassword: false, extension: null, deputyFor: [] },
};

/** The report of the period, by the class that answers it over HTTP, once everything is counted. */
export async function readOverview(store: Store, url: string, { from, to }: PeriodFigures): Promise<Overview> {
  const { database, clock, keys } = store;
  const directory = new Directory(database, clock);
  await directory.refresh();
  const counting = new Counting(database, clock, readSettings({ DATABASE_URL: url }));
  const lists = new TicketLists(database, new TicketViews(database, directory, keys));
  const report = new OverviewReport(database, directory, lists, counting);
  return whenCounted(store, () => report.report({ from, to, by: 'month' }, manager));
}

async function whenCounted<Answer>(store: Store, ask: () => Promise<Answer>): Promise<Answer> {
  let left = await owed(store);
  const bar = new ProgressBar('Counting figures', left);
  try {
    for (;;) {
      const answer = await ask().catch(unlessUnavailable);
      const now = await owed(store);
      bar.advance(left - now);
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
