import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { OverviewReport } from './overview-report';

/** The managers' reports. */
@Controller()
export class ReportController {
  constructor(private readonly overview: OverviewReport) {}

  @Handles('GET /api/reports')
  names(): Promise<RouteAnswer<'GET /api/reports'>> {
    return Promise.resolve({ items: [{ name: 'overview', label: OverviewReport.label }], nextCursor: null });
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

  private named(name: string): OverviewReport {
    if (name !== 'overview') throw new NotFound('report');
    return this.overview;
  }
}
