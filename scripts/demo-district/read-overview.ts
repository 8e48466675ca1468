import type { RouteAnswer } from '#http-api/routes';
import { OverviewReport } from '#satisfaction/overview-report';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { TicketLists } from '#platform/ticket-lists';
import { TicketViews } from '#platform/ticket-views';
import type { Store } from '../seed/store';
import type { PeriodFigures } from './period-figures';
import { openCounting, whenCounted } from './when-counted';

/** What GET /api/reports/overview answers. */
export type Overview = RouteAnswer<'GET /api/reports/:name'>;

const manager: Caller = {
  ...{ id: 'demo-district', name: 'demo-district', username: 'demo-district', roles: ['manager'], departmentIds: [] },
  ...{ departmentId: null, mustChangePassword: false, extension: null, deputyFor: [] },
};

/** The report of the period, once everything is counted. */
export async function readOverview(store: Store, url: string, { from, to }: PeriodFigures): Promise<Overview> {
  const report = await openOverview(store, url);
  return whenCounted(store, () => report.report({ from, to, by: 'month' }, manager));
}

/** The report by the class that answers it over HTTP. */
async function openOverview({ database, clock, keys }: Store, url: string): Promise<OverviewReport> {
  const directory = new Directory(database, clock);
  await directory.refresh();
  const lists = new TicketLists(database, new TicketViews(database, directory, keys));
  return new OverviewReport(database, directory, lists, openCounting({ database, clock }, url));
}
