import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { dutyEntryView, dutyMatterView, shiftView } from '#http-api/shift-shapes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { DutyLog, type EntryView } from './duty-log';
import { DutyMatters, type MatterView } from './duty-matters';
import { Shifts, type ShiftView } from './shifts';

/** Shifts, what is told by hand, and the log of what happened. */
@Controller()
export class ShiftController {
  constructor(
    private readonly shifts: Shifts,
    private readonly matters: DutyMatters,
    private readonly log: DutyLog,
    renders: Renders,
  ) {
    renders.add(shiftView, ({ reference }) => shifts.one(reference));
    renders.add(dutyMatterView, ({ reference }) => matters.one(reference));
    renders.add(dutyEntryView, ({ reference }) => log.one(reference));
  }

  @Handles('GET /api/shifts')
  list({ query }: RouteInput<'GET /api/shifts'>): Promise<RouteAnswer<'GET /api/shifts'>> {
    return this.shifts.list(query);
  }

  @Handles('POST /api/shifts')
  async add({ body }: RouteInput<'POST /api/shifts'>, caller: Caller): Promise<ShiftView> {
    return this.shifts.one(await this.shifts.add(body, caller));
  }

  @Handles('PUT /api/shifts/:id')
  async edit({ params, body }: RouteInput<'PUT /api/shifts/:id'>, caller: Caller): Promise<ShiftView> {
    await this.shifts.edit(params.id, body, caller);
    return this.shifts.one(params.id);
  }

  @Handles('POST /api/shifts/:id/end')
  async end({ params }: RouteInput<'POST /api/shifts/:id/end'>, caller: Caller): Promise<ShiftView> {
    await this.shifts.end(params.id, caller);
    return this.shifts.one(params.id);
  }

  @Handles('GET /api/duty-matters')
  told({ query }: RouteInput<'GET /api/duty-matters'>): Promise<RouteAnswer<'GET /api/duty-matters'>> {
    return this.matters.list(query);
  }

  @Handles('POST /api/duty-matters')
  async tell({ body }: RouteInput<'POST /api/duty-matters'>, caller: Caller): Promise<MatterView> {
    return this.matters.one(await this.matters.add(body, caller));
  }

  @Handles('PUT /api/duty-matters/:id')
  async retell({ params, body }: RouteInput<'PUT /api/duty-matters/:id'>, caller: Caller): Promise<MatterView> {
    await this.matters.edit(params.id, body, caller);
    return this.matters.one(params.id);
  }

  @Handles('POST /api/duty-matters/:id/end')
  async over({ params }: RouteInput<'POST /api/duty-matters/:id/end'>, caller: Caller): Promise<MatterView> {
    await this.matters.end(params.id, caller);
    return this.matters.one(params.id);
  }

  @Handles('GET /api/duty-log')
  entries({ query }: RouteInput<'GET /api/duty-log'>): Promise<RouteAnswer<'GET /api/duty-log'>> {
    return this.log.list(query);
  }

  @Handles('POST /api/duty-log')
  async write({ body }: RouteInput<'POST /api/duty-log'>, caller: Caller): Promise<EntryView> {
    return this.log.one(await this.log.add(body, caller));
  }
}
