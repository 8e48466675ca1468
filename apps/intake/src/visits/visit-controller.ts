import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { visitView } from '#http-api/visit-shapes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { Visits, type VisitView } from './visits';

/** 走访: households and what they asked for. */
@Controller()
export class VisitController {
  constructor(
    private readonly visits: Visits,
    renders: Renders,
  ) {
    renders.add(visitView, ({ reference }) => visits.one(reference));
  }

  @Handles('POST /api/visits')
  async add({ body }: RouteInput<'POST /api/visits'>, caller: Caller): Promise<VisitView> {
    return this.visits.one(await this.visits.add(body, caller));
  }

  @Handles('GET /api/visits')
  list({ query }: RouteInput<'GET /api/visits'>): Promise<RouteAnswer<'GET /api/visits'>> {
    return this.visits.list(query);
  }
}
