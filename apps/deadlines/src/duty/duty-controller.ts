import { Controller } from '@nestjs/common';
import { dutyTurnView } from '#http-api/duty-turn-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { DutyRoster } from './duty-roster';

/** 值班表 over HTTP. */
@Controller()
export class DutyController {
  constructor(
    private readonly roster: DutyRoster,
    renders: Renders,
  ) {
    renders.add(dutyTurnView, ({ reference }) => roster.one(reference));
  }

  @Handles('GET /api/duty-turns')
  list({ query }: RouteInput<'GET /api/duty-turns'>, caller: Caller): Promise<RouteAnswer<'GET /api/duty-turns'>> {
    return this.roster.list(query, caller);
  }

  @Handles('GET /api/duty-people')
  people({ query }: RouteInput<'GET /api/duty-people'>, caller: Caller): Promise<RouteAnswer<'GET /api/duty-people'>> {
    return this.roster.people(query, caller);
  }

  @Handles('POST /api/duty-turns')
  add({ body }: RouteInput<'POST /api/duty-turns'>, caller: Caller): Promise<RouteAnswer<'POST /api/duty-turns'>> {
    return this.roster.add(body, caller);
  }

  @Handles('DELETE /api/duty-turns/:id')
  async end({ params }: RouteInput<'DELETE /api/duty-turns/:id'>, caller: Caller): Promise<undefined> {
    await this.roster.end(params.id, caller);
  }
}
