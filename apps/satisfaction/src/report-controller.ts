import { Controller, type StreamableFile } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import type { Report } from './report-asked';
import { ReportFiles } from './report-files';
import { Reports } from './reports';

/** The managers' reports. */
@Controller()
export class ReportController {
  constructor(
    private readonly reports: Reports,
    private readonly files: ReportFiles,
  ) {}

  @Handles('GET /api/reports')
  names(): Promise<RouteAnswer<'GET /api/reports'>> {
    return Promise.resolve({ items: this.reports.names(), nextCursor: null });
  }

  @Handles('GET /api/reports/:name')
  async report(
    { params, query: { format, ...query } }: RouteInput<'GET /api/reports/:name'>,
    caller: Caller,
  ): Promise<Report | StreamableFile> {
    const report = await this.reports.report(params.name, query, caller);
    return format === 'json' ? report : this.files.takenOut(report, format, caller);
  }

  @Handles('GET /api/reports/:name/tickets')
  tickets(
    { params, query }: RouteInput<'GET /api/reports/:name/tickets'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/reports/:name/tickets'>> {
    return this.reports.tickets(params.name, query, caller);
  }
}
