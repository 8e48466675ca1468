import { Controller } from '@nestjs/common';
import { harassmentView } from '#http-api/harassment-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { HarassmentMarks } from './harassment-marks';
import { HarassmentReading, type MarkView } from './harassment-reading';

/** Callers who harass: never refused, only made to wait for a shift-lead. */
@Controller()
export class HarassmentController {
  constructor(
    private readonly marks: HarassmentMarks,
    private readonly reading: HarassmentReading,
    renders: Renders,
  ) {
    renders.add(harassmentView, ({ reference }) => reading.one(reference));
  }

  @Handles('GET /api/harassment-marks')
  list({ query }: RouteInput<'GET /api/harassment-marks'>): Promise<RouteAnswer<'GET /api/harassment-marks'>> {
    return this.reading.list(query);
  }

  @Handles('POST /api/harassment-marks')
  async propose({ body }: RouteInput<'POST /api/harassment-marks'>, caller: Caller): Promise<MarkView> {
    const phone = await this.reading.phoneIn(body, caller);
    return this.reading.one(await this.marks.propose(phone, body, caller));
  }

  @Handles('POST /api/harassment-marks/:id/approve')
  async approve(
    { params, body }: RouteInput<'POST /api/harassment-marks/:id/approve'>,
    caller: Caller,
  ): Promise<MarkView> {
    await this.marks.approve(params.id, body.days, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/harassment-marks/:id/refuse')
  async refuse({ params }: RouteInput<'POST /api/harassment-marks/:id/refuse'>, caller: Caller): Promise<MarkView> {
    await this.marks.refuse(params.id, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/harassment-marks/:id/lift')
  async lift({ params }: RouteInput<'POST /api/harassment-marks/:id/lift'>, caller: Caller): Promise<MarkView> {
    await this.marks.lift(params.id, caller);
    return this.reading.one(params.id);
  }
}
