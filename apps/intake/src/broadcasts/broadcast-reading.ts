import { Injectable } from '@nestjs/common';
import type { BroadcastState } from '#http-api/broadcast-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Broadcast } from '#store/broadcast-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';

export type BroadcastView = RouteAnswer<'GET /api/broadcasts/:id'>;
type Query = RouteInput<'GET /api/broadcasts'>['query'];
interface Person {
  id: string;
  name: string;
}

interface BroadcastRow extends Broadcast {
  [column: string]: unknown;
  id: string;
  version: number;
  issue: Person | null;
  changedBy: Person;
  changedAt: Date;
  withdrawnAt: Date | null;
  readAt: Date | null;
  readers: number;
  agents: number;
}

/** Who sits at the telephone. */
const isAgent = `a.disabled_at IS NULL AND a.roles && ARRAY['agent', 'shift-lead']`;

/** `$1` is who asks. */
const select = `
SELECT b.id, b.version, b.title, b.text, b.issue_id AS "issueId", b.category_code AS "categoryCode", b.area_code AS "areaCode",
  b.valid_from AS "validFrom", b.valid_to AS "validTo", b.changed_at AS "changedAt", b.withdrawn_at AS "withdrawnAt",
  (SELECT json_build_object('id', i.id, 'name', coalesce(i.name, '（未命名热点）')) FROM ticket.issue i WHERE i.id = b.issue_id) AS issue,
  (SELECT json_build_object('id', a.id, 'name', a.name) FROM ticket.account a WHERE a.id = b.changed_by) AS "changedBy",
  (SELECT r.at FROM ticket.broadcast_reading r
   WHERE r.broadcast_id = b.id AND r.version = b.version AND r.account_id = $1) AS "readAt",
  (SELECT count(*)::int FROM ticket.broadcast_reading r JOIN ticket.account a ON a.id = r.account_id
   WHERE r.broadcast_id = b.id AND r.version = b.version AND ${isAgent}) AS readers,
  (SELECT count(*)::int FROM ticket.account a WHERE ${isAgent}) AS agents
FROM ticket.broadcast b`;

/** At `$2`. */
const conditions = {
  'in-force': 'b.withdrawn_at IS NULL AND b.valid_from <= $2 AND b.valid_to > $2',
  standing: 'b.withdrawn_at IS NULL AND b.valid_to > $2',
  all: '$2::timestamptz IS NOT NULL',
} as const;

/** Broadcast answers as people read them. */
@Injectable()
export class BroadcastReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  async list({ state, issueId, cursor, limit }: Query, caller: Caller): Promise<RouteAnswer<'GET /api/broadcasts'>> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const about = issueId === undefined ? null : isUuid(issueId) ? issueId : nobody;
    const rows = await this.database.lists.query<BroadcastRow>(
      `${select} WHERE ${conditions[state]} AND ($3::uuid IS NULL OR b.issue_id = $3) AND ($4::uuid IS NULL OR b.id < $4)
       ORDER BY b.id DESC LIMIT $5`,
      [caller.id, this.clock.now(), about, before, limit + 1],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  async inForce(caller: Caller): Promise<BroadcastView[]> {
    const values = [caller.id, this.clock.now()];
    const rows = await this.database.sql.query<BroadcastRow>(
      `${select} WHERE ${conditions['in-force']} ORDER BY b.id DESC LIMIT ${mostInForce}`,
      values,
    );
    return rows.map((row) => this.view(row));
  }

  /** @throws NotFound */
  async one(id: string, caller: Caller): Promise<BroadcastView> {
    const [row] = isUuid(id)
      ? await this.database.sql.query<BroadcastRow>(`${select} WHERE b.id = $2`, [caller.id, id])
      : [];
    if (!row) throw new NotFound('broadcast');
    return this.view(row);
  }

  private view({ issueId: _issueId, categoryCode, areaCode, ...row }: BroadcastRow): BroadcastView {
    return {
      ...row,
      state: stateOf(row, this.clock.now()),
      category: named(this.directory.categories, categoryCode),
      area: named(this.directory.areas, areaCode),
      validFrom: row.validFrom.toISOString(),
      validTo: row.validTo.toISOString(),
      changedAt: row.changedAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      readAt: row.readAt?.toISOString() ?? null,
    };
  }
}

/** Nobody reads more than that while somebody is on the telephone. */
const mostInForce = 100;
const nobody = '00000000-0000-0000-0000-000000000000';

/** It begins and ends by itself: nothing has to happen. */
function stateOf(row: Pick<BroadcastRow, 'withdrawnAt' | 'validFrom' | 'validTo'>, at: Date): BroadcastState {
  if (row.withdrawnAt) return 'withdrawn';
  if (row.validFrom > at) return 'upcoming';
  return row.validTo > at ? 'in-force' : 'over';
}

const named = (places: ReadonlyMap<string, { name: string }>, code: string | null) =>
  code === null ? null : { code, name: places.get(code)?.name ?? code };
