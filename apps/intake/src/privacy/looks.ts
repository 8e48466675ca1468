import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Database } from '#store/database';
import { settleLookAlert } from '#store/look-rows';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Refusal } from '#platform/problems';

type Look = RouteAnswer<'GET /api/looks'>['items'][number];
type Alert = RouteAnswer<'GET /api/look-alerts'>['items'][number];

const alertSelect = `
SELECT l.id, l.at, l.kind, l.looks, l.settled_at AS "settledAt", s.name AS "settledBy", l.note,
  json_build_object('id', a.id, 'name', a.name) AS who
FROM ticket.look_alert l JOIN ticket.account a ON a.id = l.account_id LEFT JOIN ticket.account s ON s.id = l.settled_by`;

/** A look commits with its line of history, at the same instant. Whoever sees looks sees every ticket's history. */
const reasonOfLook = `SELECT coalesce(h.text->>'reason', h.text->>'purpose') FROM ticket.history h
  WHERE h.ticket_id = l.ticket_id AND h.at = l.at AND h.actor = l.account_id::text
    AND h.name = CASE l.kind WHEN 'reveal' THEN 'reveal' ELSE 'thirdPartyCopy' END LIMIT 1`;

/** Those whose name holds $4. */
const peopleNamed = `ARRAY(SELECT p.id FROM ticket.account p WHERE position(lower($4) in lower(p.name)) > 0)`;

/** An id that is none names nobody. */
const nobody = '00000000-0000-0000-0000-000000000000';
const named = (id: string | undefined): string | null => (id === undefined || isUuid(id) ? (id ?? null) : nobody);

/** Looks and alerts, newest first. */
@Injectable()
export class Looks {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
  ) {}

  async list(query: RouteInput<'GET /api/looks'>['query']): Promise<RouteAnswer<'GET /api/looks'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.database.lists.query<Look & { at: unknown } & Record<string, unknown>>(
      `SELECT l.id, l.at, l.kind, l.ticket_id AS "ticketId", t.number, json_build_object('id', a.id, 'name', a.name) AS who,
         (${reasonOfLook}) AS reason
       FROM ticket.look l JOIN ticket.account a ON a.id = l.account_id JOIN ticket.ticket t ON t.id = l.ticket_id
       WHERE ($1::uuid IS NULL OR l.id < $1) AND ($2::uuid IS NULL OR l.account_id = $2)
         AND ($3::uuid IS NULL OR l.ticket_id = $3) AND ($4::text IS NULL OR l.account_id = ANY(${peopleNamed}))
       ORDER BY l.id DESC LIMIT $5`,
      [before, named(query.accountId), named(query.ticketId), query.who ?? null, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => ({ ...row, at: iso(row.at) })), nextCursor };
  }

  async alerts(query: RouteInput<'GET /api/look-alerts'>['query']): Promise<RouteAnswer<'GET /api/look-alerts'>> {
    const [at = null, id = null] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const rows = await this.database.lists.query<Alert & Record<string, unknown>>(
      `${alertSelect} WHERE l.settled_at IS ${query.state === 'open' ? '' : 'NOT '}NULL
         AND ($1::timestamptz IS NULL OR (l.at, l.id) < ($1, $2::uuid)) ORDER BY l.at DESC, l.id DESC LIMIT $3`,
      [at, id, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ at, id }) => [at, id]);
    return { items: shown.map(alertOf), nextCursor };
  }

  /** @throws NotFound */
  async alert(id: string, sql = this.database.sql): Promise<Alert> {
    const row = isUuid(id)
      ? await sql.one<Alert & Record<string, unknown>>(`${alertSelect} WHERE l.id = $1`, [id])
      : undefined;
    if (!row) throw new NotFound('look alert');
    return alertOf(row);
  }

  /** What was said of an alert stays in the administrators' log, also when more looks open it again. @throws Refusal, NotFound */
  async settle(id: string, note: string, caller: Caller): Promise<Alert> {
    const work = async (sql: Sql, at: Date): Promise<AdminChange> => {
      const { who, kind, looks } = await this.alert(id, sql);
      refuseConcerned(who.id, caller);
      if (!(await settleLookAlert(sql, { id, by: caller.id, note, at })))
        throw new Refusal('conflict', '这条提示已有核实结果，请刷新');
      const before = { who: who.name, kind, looks };
      return { subject: 'look-alert', subjectId: id, action: 'settle', before, after: { ...before, note } };
    };
    await this.administration.write(caller, work, id);
    return this.alert(id);
  }
}

/** Nobody answers for their own looks, nor has whoever stands in for them do it. @throws Refusal */
function refuseConcerned(concernedId: string, { id, deputyFor }: Caller): void {
  if ([id, ...deputyFor.map((each) => each.id)].includes(concernedId))
    throw new Refusal('forbidden', '关于本人或所代理人员的提示，须由他人核实');
}

const iso = (at: unknown): string => (at as Date).toISOString();

const alertOf = (row: Alert): Alert => ({
  ...row,
  at: iso(row.at),
  settledAt: row.settledAt === null ? null : iso(row.settledAt),
});
