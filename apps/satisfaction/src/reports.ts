import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import type { ReportName } from '#http-api/report-titles';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { refusalAt } from '#platform/problems';
import { CoHandlingReport } from './co-handling-report';
import { comparedPeriod } from './compared-period';
import { comparedReport } from './compared-report';
import { DepartmentReport } from './department-report';
import type { Dimension } from './dimensions';
import { OverviewReport } from './overview-report';
import type { ComparedQuery, Report, TicketsQuery } from './report-asked';
import { ReturnReport } from './return-report';
import { VisitReport } from './visit-report';

/** What a report says of itself; the first of its dimensions is the usual one. */
interface Told {
  readonly label: string;
  readonly dimensions: readonly Dimension[];
  readonly keepsPast: boolean;
}

type NamedReport = OverviewReport | DepartmentReport | CoHandlingReport | ReturnReport | VisitReport;

const told = {
  overview: OverviewReport,
  departments: DepartmentReport,
  'co-handling': CoHandlingReport,
  returns: ReturnReport,
  visits: VisitReport,
} satisfies Record<ReportName, Told>;

/** The managers' reports, by their names. */
@Injectable()
export class Reports {
  private readonly byName: Readonly<Record<ReportName, NamedReport>>;

  constructor(
    overview: OverviewReport,
    departments: DepartmentReport,
    coHandling: CoHandlingReport,
    returns: ReturnReport,
    visits: VisitReport,
  ) {
    this.byName = { overview, departments, 'co-handling': coHandling, returns, visits };
  }

  names(): RouteAnswer<'GET /api/reports'>['items'] {
    return Object.entries<Told>(told).map(([name, { label, dimensions, keepsPast }]) => ({
      ...{ name, label, keepsPast },
      dimensions: [...dimensions],
    }));
  }

  /** A report, with what it is compared with, both as of one instant. @throws NotFound, Refusal */
  async report(name: string, { compare, ...query }: ComparedQuery, caller: Caller): Promise<Report> {
    const named = this.named(name);
    const report = await named.report(query, caller);
    if (!compare) return report;
    if (query.from < earliest || query.to > latest) throw refusalAt('from', '只能比较1900年至2999年之间的时间段');
    const period = comparedPeriod(query, compare);
    const then = {
      ...query,
      from: period.from,
      to: period.to,
      ...(this.told(name).keepsPast && { asOf: report.asOf }),
    };
    return comparedReport(report, { report: await named.report(then, caller), comparison: compare, period });
  }

  /** The tickets behind a cell. @throws NotFound, Refusal */
  tickets(name: string, query: TicketsQuery, caller: Caller): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    return this.named(name).tickets(query, caller);
  }

  /** What a report says of itself. @throws NotFound */
  told(name: string): Told {
    if (!Object.hasOwn(told, name)) throw new NotFound('report');
    return told[name as ReportName];
  }

  private named(name: string): NamedReport {
    if (!Object.hasOwn(this.byName, name)) throw new NotFound('report');
    return this.byName[name as ReportName];
  }
}

/** Dates of four digits on both sides. */
const earliest = '1900-01-01';
const latest = '2999-12-31';
