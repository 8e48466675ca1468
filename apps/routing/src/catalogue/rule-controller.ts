import { Controller } from '@nestjs/common';
import { dispatchRuleView } from '#http-api/dispatch-rule-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { checkPlaces } from '#platform/check-places';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { RuleReading, type RuleView } from './rule-reading';
import { RuleStore } from './rule-store';

/** 派单目录: which department a matter is for. */
@Controller()
export class RuleController {
  constructor(
    private readonly store: RuleStore,
    private readonly reading: RuleReading,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(dispatchRuleView, ({ reference }) => reading.one(reference));
  }

  @Handles('GET /api/dispatch-rules')
  list({ query }: RouteInput<'GET /api/dispatch-rules'>): Promise<RouteAnswer<'GET /api/dispatch-rules'>> {
    return this.reading.page(query);
  }

  @Handles('GET /api/dispatch-rules/:id')
  one({ params }: RouteInput<'GET /api/dispatch-rules/:id'>): Promise<RuleView> {
    return this.reading.one(params.id);
  }

  @Handles('POST /api/dispatch-rules')
  async add({ body }: RouteInput<'POST /api/dispatch-rules'>, caller: Caller): Promise<RuleView> {
    checkHandlers(this.directory, body);
    checkPlaces(this.directory, body);
    return this.reading.one(await this.store.add(body, caller));
  }

  @Handles('PATCH /api/dispatch-rules/:id')
  async end({ params, body }: RouteInput<'PATCH /api/dispatch-rules/:id'>, caller: Caller): Promise<RuleView> {
    await this.store.end(params.id, body.validTo, caller);
    return this.reading.one(params.id);
  }
}
