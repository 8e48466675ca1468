import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { CoHandlingReport } from './co-handling-report';
import { DepartmentReport } from './department-report';
import type { Dimension } from './dimensions';
import { OverviewReport } from './overview-report';
import { ReturnReport } from './return-report';
import { VisitReport } from './visit-report';

/** What a report says of itself; the first of its dimensions is the usual one. */
interface Told {
  readonly label: string;
  readonly dimensions: readonly Dimension[];
  readonly keepsPast: boolean;
}

type NamedReport = OverviewReport | DepartmentReport | CoHandlingReport | ReturnReport | VisitReport;

/** The managers' reports. */
@Controller()
export class ReportController {
  private readonly byName: Readonly<Record<string, NamedReport>>;

  constructor(
    overview: OverviewReport,
    departments: DepartmentReport,
    coHandling: CoHandlingReport,
    returns: ReturnReport,
    visits: VisitReport,
  ) {
    this.byName = { overview, departments, 'co-handling': coHandling, returns, visits };
  }

  @Handles('GET /api/reports')
  names(): Promise<RouteAnswer<'GET /api/reports'>> {
    const told = ({ label, dimensions, keepsPast }: Told) => ({ label, dimensions: [...dimensions], keepsPast });
    const items = [
      { name: 'overview', ...told(OverviewReport) },
      { name: 'departments', ...told(DepartmentReport) },
      { name: 'co-handling', ...told(CoHandlingReport) },
      { name: 'returns', ...told(ReturnReport) },
      { name: 'visits', ...told(VisitReport) },
    ];
    return Promise.resolve({ items, nextCursor: null });
  }

  @Handles('GET /api/reports/:name')
  report(
    { params, query }: RouteInput<'GET /api/reports/:name'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/reports/:name'>> {
    return this.named(params.name).report(query, caller);
  }

  @Handles('GET /api/reports/:name/tickets')
  tickets(
    { params, query }: RouteInput<'GET /api/reports/:name/tickets'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    return this.named(params.name).tickets(query, caller);
  }

  private named(name: string): NamedReport {
    const found = Object.hasOwn(this.byName, name) ? this.byName[name] : undefined;
    if (!found) throw new NotFound('report');
    return found;
  }
}
