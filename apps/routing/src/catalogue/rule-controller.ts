import { Controller } from '@nestjs/common';
import { dispatchRuleChange } from '#http-api/dispatch-rule-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { checkPlaces } from '#platform/check-places';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { Elsewhere } from './elsewhere';
import { RuleReading, type RuleView } from './rule-reading';
import { adding, ending, RuleStore } from './rule-store';

type Changed = RouteAnswer<'POST /api/dispatch-rules'>;

/** 派单目录: which department a matter is for, and what a change of it would have sent elsewhere. */
@Controller()
export class RuleController {
  constructor(
    private readonly store: RuleStore,
    private readonly reading: RuleReading,
    private readonly elsewhere: Elsewhere,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(dispatchRuleChange, ({ reference }) => this.changed(reference));
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
  add({ query, body }: RouteInput<'POST /api/dispatch-rules'>, caller: Caller): Promise<Changed> {
    checkHandlers(this.directory, body);
    checkPlaces(this.directory, body);
    const id = this.store.newId();
    return this.previewedOrMade(query.preview, adding(body, id), id, caller);
  }

  @Handles('PATCH /api/dispatch-rules/:id')
  end({ params, query, body }: RouteInput<'PATCH /api/dispatch-rules/:id'>, caller: Caller): Promise<Changed> {
    return this.previewedOrMade(query.preview, ending(params.id, body.validTo), params.id, caller);
  }

  private async previewedOrMade(
    isPreview: boolean,
    asked: ReturnType<typeof adding>,
    id: string,
    caller: Caller,
  ): Promise<Changed> {
    if (!isPreview) return this.changed(await this.store.make(asked, id, caller));
    const { change, before, after } = await this.store.allowed(asked);
    const elsewhere = await this.elsewhere.of({ before, after, changes: [change] });
    return { ...this.reading.view(change.rule), elsewhere };
  }

  private async changed(id: string): Promise<Changed> {
    return { ...(await this.reading.one(id)), elsewhere: null };
  }
}
