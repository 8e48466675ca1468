import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { timeLimitChange } from '#http-api/time-limit-shapes';
import { clockKinds } from '#ticket/clock-kind';
import { Clock } from '#store/clock-now';
import type { Caller } from '#platform/caller';
import { checkPlaces } from '#platform/check-places';
import { cut, pageOf, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { DeadlineRules, rulesOf } from './deadline-rules';
import { limitStanding } from './limit-standing';
import { MovePreview } from './move-preview';
import { Recomputations } from './recomputations';
import { scopeName, type TimeLimit } from './time-limit';
import { TimeLimitStore } from './time-limit-store';

type LimitAnswer = RouteAnswer<'GET /api/time-limits'>['items'][number];

/** 限时: how long which tickets have for which step, and what a change of it moves. */
@Controller()
export class TimeLimitController {
  constructor(
    private readonly store: TimeLimitStore,
    private readonly rules: DeadlineRules,
    private readonly preview: MovePreview,
    private readonly recomputations: Recomputations,
    private readonly directory: Directory,
    private readonly clock: Clock,
    renders: Renders,
  ) {
    renders.add(timeLimitChange, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/time-limits')
  async list({ query }: RouteInput<'GET /api/time-limits'>): Promise<RouteAnswer<'GET /api/time-limits'>> {
    const all = this.views(await this.rules.limits());
    const shown = query.history ? all : all.filter(({ state }) => state === 'in-force');
    return pageOf(shown, ({ id }) => id, query);
  }

  /** A new version of a limit, which open clocks follow; or only what it would move. */
  @Handles('POST /api/time-limits')
  async add(
    { query, body }: RouteInput<'POST /api/time-limits'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/time-limits'>> {
    checkPlaces(this.directory, body);
    if (query.preview) return this.previewed(body);
    return this.one(await this.store.add(body, caller));
  }

  @Handles('GET /api/recomputations')
  async recomputing({ query }: RouteInput<'GET /api/recomputations'>): Promise<RouteAnswer<'GET /api/recomputations'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.recomputations.page(before, query.limit + 1);
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    const items = shown.map(({ byAccount: _, at, startsAt, endedAt, ...row }) => ({
      ...row,
      at: at.toISOString(),
      startsAt: startsAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
    return { items, nextCursor };
  }

  private async previewed(body: RouteInput<'POST /api/time-limits'>['body']) {
    const { limit, touches } = await this.store.drafted(body);
    const rows = await this.rules.rows();
    const limits = [...rows.limits, limit];
    const moves = await this.preview.moves(touches, rulesOf({ ...rows, limits }));
    return { ...this.viewOf(limit, limits), moves };
  }

  /** As it was written; a repeated write is answered so again. */
  private async one(id: string): Promise<RouteAnswer<'POST /api/time-limits'>> {
    const limits = await this.rules.limits();
    return { ...this.viewOf(limits.find((each) => each.id === id) as TimeLimit, limits), moves: null };
  }

  private views(limits: readonly TimeLimit[]): LimitAnswer[] {
    const versions = new Map<string, TimeLimit[]>();
    for (const limit of limits) versions.set(scopeName(limit), [...(versions.get(scopeName(limit)) ?? []), limit]);
    return limits.map((limit) => this.viewOf(limit, versions.get(scopeName(limit)) ?? []));
  }

  /** @param among the limit's own versions, and perhaps those of others */
  private viewOf(limit: TimeLimit, among: readonly TimeLimit[]): LimitAnswer {
    const versions = among.filter((each) => scopeName(each) === scopeName(limit));
    const state = limitStanding(limit, versions, this.clock.now());
    return { ...limit, label: clockKinds[limit.clock].label, state };
  }
}
