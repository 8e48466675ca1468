import { Injectable } from '@nestjs/common';
import { gamingSignRow, type GamingRule, type GamingSign, type GamingState } from '#ticket/gaming-sign';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { idOrNothing } from '#store/uuid-v7';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';

type Query = RouteInput<'GET /api/gaming-signs'>['query'];
export type SignView = RouteAnswer<'GET /api/gaming-signs'>['items'][number];

export interface SignRow extends GamingRule {
  [column: string]: unknown;
  id: string;
  sign: GamingSign;
  state: GamingState;
  departmentId: string | null;
  caller: { id: string; name: string } | null;
  tickets: number;
  why: string;
  ruleVersion: number;
  firstAt: Date;
  lastAt: Date;
  foundAt: Date;
  ticketsBefore: number | null;
  settledBy: string | null;
  settledAt: Date | null;
  reason: string | null;
}

const select = `
SELECT s.id, s.sign, s.state, s.department_id AS "departmentId", s.tickets, s.why, s.rule_version AS "ruleVersion",
  r.least_tickets AS "leastTickets", r.window_days AS "windowDays", r.limit_value AS "limitValue",
  s.first_at AS "firstAt", s.last_at AS "lastAt", s.found_at AS "foundAt", p.tickets AS "ticketsBefore",
  (SELECT json_build_object('id', c.id, 'name', c.name) FROM ticket.account c WHERE c.id = s.account_id) AS caller,
  (SELECT d.name FROM ticket.account d WHERE d.id = s.decided_by) AS "settledBy", s.decided_at AS "settledAt", s.reason
FROM satisfaction.gaming_sign s JOIN satisfaction.gaming_rule r ON r.sign = s.sign AND r.version = s.rule_version
LEFT JOIN satisfaction.gaming_sign p ON p.id = s.previous_id`;

/** Signs of gaming as somebody of the hotline may see them. */
@Injectable()
export class SignReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async list({ state, sign, departmentId, cursor, limit }: Query): Promise<RouteAnswer<'GET /api/gaming-signs'>> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const rows = await this.database.lists.query<SignRow>(
      `${select} WHERE s.state = $1 AND ($2::text IS NULL OR s.sign = $2) AND ($3::uuid IS NULL OR s.department_id = $3)
         AND ($4::uuid IS NULL OR s.id < $4) ORDER BY s.id DESC LIMIT $5`,
      [state, sign ?? null, departmentId === undefined ? null : idOrNothing(departmentId), before, limit + 1],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  async one(id: string): Promise<SignView> {
    return this.view(await this.row(id));
  }

  /** @throws NotFound */
  async row(id: string, sql: Sql = this.database.sql): Promise<SignRow> {
    const row = await sql.one<SignRow>(`${select} WHERE s.id = $1`, [idOrNothing(id)]);
    if (!row) throw new NotFound('gaming sign');
    return row;
  }

  private view({ departmentId, ...row }: SignRow): SignView {
    return {
      ...row,
      department:
        departmentId === null ? null : { id: departmentId, name: this.directory.departmentName(departmentId) },
      limitUnit: gamingSignRow(row.sign).limit?.unit ?? null,
      firstAt: row.firstAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
      foundAt: row.foundAt.toISOString(),
      settledAt: row.settledAt?.toISOString() ?? null,
    };
  }
}
