import { Controller } from '@nestjs/common';
import { erasureView, retentionRuleView } from '#http-api/retention-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { cut, readCursor } from '#platform/cursor';
import { Erasures, type ErasureView } from './erasures';
import { RetentionRounds } from './retention-rounds';
import { RetentionRules, type RuleView } from './retention-rules';

/** How long tickets, and the people in them, are kept, and who decided that. */
@Controller()
export class RetentionController {
  constructor(
    private readonly rules: RetentionRules,
    private readonly erasures: Erasures,
    private readonly rounds: RetentionRounds,
    renders: Renders,
  ) {
    renders.add(retentionRuleView, ({ reference }) => rules.one(reference));
    renders.add(erasureView, ({ reference }) => erasures.one(reference));
  }

  @Handles('GET /api/retention-rules')
  async list({ query }: RouteInput<'GET /api/retention-rules'>): Promise<RouteAnswer<'GET /api/retention-rules'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    return paged(await this.rules.page(before, query.limit + 1), query.limit);
  }

  @Handles('POST /api/retention-rules')
  async propose({ body }: RouteInput<'POST /api/retention-rules'>, caller: Caller): Promise<RuleView> {
    return this.rules.one(await this.rules.propose(body, caller));
  }

  @Handles('POST /api/retention-rules/:id/approve')
  async approve({ params }: RouteInput<'POST /api/retention-rules/:id/approve'>, caller: Caller): Promise<RuleView> {
    await this.rules.approve(params.id, caller);
    return this.rules.one(params.id);
  }

  @Handles('POST /api/retention-rules/:id/end')
  async end({ params }: RouteInput<'POST /api/retention-rules/:id/end'>, caller: Caller): Promise<RuleView> {
    await this.rules.end(params.id, caller);
    return this.rules.one(params.id);
  }

  @Handles('GET /api/retention-rounds')
  lastRound(): Promise<RouteAnswer<'GET /api/retention-rounds'>> {
    return this.rounds.last();
  }

  @Handles('GET /api/erasures')
  async asked({ query }: RouteInput<'GET /api/erasures'>): Promise<RouteAnswer<'GET /api/erasures'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    return paged(await this.erasures.page(query.state, before, query.limit + 1), query.limit);
  }

  @Handles('POST /api/erasures')
  async ask({ body }: RouteInput<'POST /api/erasures'>, caller: Caller): Promise<ErasureView> {
    return this.erasures.one(await this.erasures.ask(body, caller));
  }

  @Handles('POST /api/erasures/:id/approve')
  approveErasure({ params }: RouteInput<'POST /api/erasures/:id/approve'>, caller: Caller): Promise<ErasureView> {
    return this.decide(params.id, true, caller);
  }

  @Handles('POST /api/erasures/:id/refuse')
  refuseErasure({ params }: RouteInput<'POST /api/erasures/:id/refuse'>, caller: Caller): Promise<ErasureView> {
    return this.decide(params.id, false, caller);
  }

  private async decide(id: string, approved: boolean, caller: Caller): Promise<ErasureView> {
    await this.erasures.decide(id, approved, caller);
    return this.erasures.one(id);
  }
}

function paged<Row extends { id: string }>(rows: readonly Row[], limit: number) {
  const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
  return { items: shown, nextCursor };
}
