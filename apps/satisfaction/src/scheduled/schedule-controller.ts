import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { reportScheduleView } from '#http-api/report-schedule-shapes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { ReportSchedules } from './report-schedules';
import type { ScheduleView } from './schedule-rows';

/** 定期报表: which are made when, for whom. */
@Controller()
export class ScheduleController {
  constructor(
    private readonly schedules: ReportSchedules,
    renders: Renders,
  ) {
    renders.add(reportScheduleView, ({ reference }) => schedules.one(reference));
  }

  @Handles('GET /api/report-schedules')
  list({ query }: RouteInput<'GET /api/report-schedules'>): Promise<RouteAnswer<'GET /api/report-schedules'>> {
    return this.schedules.list(query);
  }

  @Handles('POST /api/report-schedules')
  async add({ body }: RouteInput<'POST /api/report-schedules'>, caller: Caller): Promise<ScheduleView> {
    return this.schedules.one(await this.schedules.add(body, caller));
  }

  @Handles('PATCH /api/report-schedules/:id')
  async edit({ params, body }: RouteInput<'PATCH /api/report-schedules/:id'>, caller: Caller): Promise<ScheduleView> {
    await this.schedules.edit(params.id, body, caller);
    return this.schedules.one(params.id);
  }
}
