import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { maskPhone } from '#ticket/masks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { MarkedNumbers } from '../harassment/marked-numbers';
import { callById, callSelect, phoneOfCall, type Call } from './call-rows';

type Query = RouteInput<'GET /api/calls'>['query'];
export type CallView = RouteAnswer<'POST /api/calls/:id/claim'>;
type Listed = Call & { count?: string; since?: Date } & Record<string, unknown>;

/** Which calls each list shows; `$1` is since when a claim is stale. */
const lists = {
  waiting: `c.state <> 'missed' AND (c.account_id IS NULL OR c.heartbeat_at < $1)`,
  claimed: `c.account_id IS NOT NULL AND c.heartbeat_at >= $1`,
} as const;

/** Whoever rang five times is one line, by their last call; without a number each call is one of its own. */
const missedLines = `
WITH line AS (
  SELECT (array_agg(m.id ORDER BY m.id DESC))[1] AS id, count(*) AS count, min(m.first_at) AS since
  FROM intake.call m WHERE m.done_at IS NULL AND m.state = 'missed' GROUP BY coalesce(encode(m.phone_hash, 'hex'), m.id::text)
)
SELECT c.*, l.count, l.since FROM line l JOIN (${callSelect}) c ON c.id = l.id`;

/** Calls as agents see them: numbers masked, and who is at which. */
@Injectable()
export class CallQueue {
  constructor(
    private readonly database: Database,
    private readonly numbers: MarkedNumbers,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(query: Query, caller: Caller): Promise<RouteAnswer<'GET /api/calls'>> {
    const [last = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = query.state === 'missed' ? await this.missed(query, last) : await this.open(query, last, caller);
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: await this.views(shown, caller), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string, caller: Caller): Promise<CallView> {
    const call = await callById(this.database.sql, id);
    if (!call) throw new NotFound('call');
    const [view] = await this.views([call], caller);
    if (!view) throw new NotFound('call');
    return view;
  }

  isStale({ accountId, heartbeatAt }: Pick<Call, 'accountId' | 'heartbeatAt'>): boolean {
    return accountId !== null && heartbeatAt !== null && heartbeatAt < this.staleBefore();
  }

  private async views(calls: readonly (Listed | Call)[], caller: Caller): Promise<CallView[]> {
    const hashes = calls.flatMap(({ phoneHash }) => phoneHash ?? []);
    const restrictions = await this.numbers.restrictionsOf(hashes);
    return calls.map((call) => ({
      ...this.view(call, caller),
      restriction: restrictions.get(call.phoneHash?.toString('hex') ?? '') ?? null,
    }));
  }

  private view(call: Listed | Call, caller: Caller): Omit<CallView, 'restriction'> {
    const phone = phoneOfCall(this.numbers.keys, call);
    const { count = '1', since = call.firstAt } = call as Listed;
    const { accountId, accountName } = call;
    return {
      id: call.id,
      callId: call.callId,
      state: call.state,
      at: call.firstAt.toISOString(),
      phone: phone && maskPhone(phone),
      extension: call.extension,
      claimedBy: accountId === null ? null : { id: accountId, name: accountName ?? '' },
      isStale: this.isStale(call),
      draftId: accountId === caller.id ? call.draftId : null,
      count: Number(count),
      since: since.toISOString(),
      callBacks: call.callBacks,
      doneAt: call.doneAt?.toISOString() ?? null,
    };
  }

  private staleBefore(): Date {
    return new Date(this.clock.now().getTime() - this.settings.callClaimSeconds * 1_000);
  }

  /** Who has waited longest comes first. */
  private async open({ state, mine, limit }: Query, last: string | null, caller: Caller): Promise<Listed[]> {
    const of = lists[state === 'claimed' ? 'claimed' : 'waiting'];
    return this.database.lists.query<Listed>(
      `${callSelect} WHERE c.done_at IS NULL AND ${of} AND ($2::uuid IS NULL OR c.id > $2)
         AND (NOT $3::boolean OR c.extension = $4) ORDER BY c.id LIMIT $5`,
      [this.staleBefore(), last, mine === 'true', caller.extension, limit + 1],
    );
  }

  private missed({ limit }: Query, last: string | null): Promise<Listed[]> {
    return this.database.lists.query<Listed>(
      `${missedLines} WHERE ($1::uuid IS NULL OR c.id < $1) ORDER BY c.id DESC LIMIT $2`,
      [last, limit + 1],
    );
  }
}
