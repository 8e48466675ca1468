import { Injectable } from '@nestjs/common';
import { shanghaiInstant } from '#calendar/shanghai-time';
import type { DutyEntryKind } from '#ticket/duty';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import { isUniqueViolation, NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { conflictAt, refusalAt } from '#platform/problems';
import { entryDigest } from './entry-digest';
import { personNamed, type Named } from '#platform/person-named';
import { refuseContacts } from './refuse-contacts';
import { TicketsOfNumber } from './tickets-of-number';

export type EntryView = RouteAnswer<'POST /api/duty-log'>;
type Body = RouteInput<'POST /api/duty-log'>['body'];

interface EntryRow {
  [column: string]: unknown;
  id: string;
  at: Date;
  kind: DutyEntryKind;
  text: string;
  ticket: { id: string; number: string } | null;
  by: Named;
  writtenAt: Date;
  correctsId: string | null;
  correctedById: string | null;
}

const dayMs = 86_400_000;
/** What happened is written down afterwards; clocks differ by a few minutes. */
const clockToleranceMs = 300_000;

const select = `SELECT e.id, e.at, e.kind, e.text, ${personNamed('e.by_account')} AS by, e.written_at AS "writtenAt",
  (SELECT json_build_object('id', t.id, 'number', t.number) FROM ticket.ticket t WHERE t.id = e.ticket_id) AS ticket,
  e.corrects_id AS "correctsId", (SELECT c.id FROM intake.duty_entry c WHERE c.corrects_id = e.id) AS "correctedById"
FROM intake.duty_entry e`;

/** 值班日志: entries are added and never changed; each is an event, with a keyed digest of what it says. */
@Injectable()
export class DutyLog {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly keys: KeyRing,
    private readonly tickets: TicketsOfNumber,
    private readonly clock: Clock,
  ) {}

  async list(query: RouteInput<'GET /api/duty-log'>['query']): Promise<RouteAnswer<'GET /api/duty-log'>> {
    const after = readCursor(query.cursor, 'instant', 'id') ?? [null, null];
    const before = query.to === undefined ? null : new Date(shanghaiInstant(query.to, '00:00').getTime() + dayMs);
    const rows = await this.database.lists.query<EntryRow>(
      `${select} WHERE ($1::timestamptz IS NULL OR e.at >= $1) AND ($2::timestamptz IS NULL OR e.at < $2)
         AND ($3::text IS NULL OR e.kind = $3) AND ($4::timestamptz IS NULL OR (e.at, e.id) < ($4, $5::uuid))
       ORDER BY e.at DESC, e.id DESC LIMIT $6`,
      [
        query.from === undefined ? null : shanghaiInstant(query.from, '00:00'),
        before,
        query.kind ?? null,
        ...after,
        query.limit + 1,
      ],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ at, id }) => [at.toISOString(), id]);
    return { items: shown.map(viewOf), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<EntryView> {
    return viewOf(await found(this.database.sql, id));
  }

  /** @throws Refusal for a time to come, somebody's number, or an entry that has been corrected already */
  async add(body: Body, caller: Caller): Promise<string> {
    const now = this.clock.now();
    if (new Date(body.at).getTime() > now.getTime() + clockToleranceMs) throw refusalAt('at', '发生时间不能晚于现在');
    refuseContacts([{ path: 'text', label: '内容', text: body.text }]);
    const ticketId = await this.tickets.idOf(body.ticketNumber ?? null, 'ticketNumber', caller);
    const id = uuidV7(now);
    const work = async (sql: Sql, writtenAt: Date) => {
      if (body.correctsId) await this.checkCorrects(sql, body.correctsId);
      const entry = {
        at: new Date(body.at).toISOString(),
        kind: body.kind,
        ticketId,
        correctsId: body.correctsId ?? null,
      };
      await sql.query(
        `INSERT INTO intake.duty_entry (id, at, kind, ticket_id, corrects_id, text, by_account, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, ...Object.values(entry), body.text, caller.id, writtenAt],
      );
      const textDigest = entryDigest(this.keys, id, body.text);
      const action = body.correctsId ? 'correct' : 'create';
      return { subject: 'duty-entry', subjectId: id, action, before: null, after: { ...entry, textDigest } } as const;
    };
    await this.administration.write(caller, work, id).catch((error: unknown) => {
      throw isUniqueViolation(error) ? alreadyCorrected() : error;
    });
    return id;
  }

  private async checkCorrects(sql: Sql, id: string): Promise<void> {
    const entry = await found(sql, id).catch(() => null);
    if (!entry) throw refusalAt('correctsId', '没有这条日志');
    if (entry.correctedById) throw alreadyCorrected();
  }
}

const alreadyCorrected = () => conflictAt('correctsId', '这条日志已有更正，请更正最新的一条');

async function found(sql: Sql, id: string): Promise<EntryRow> {
  const row = isUuid(id) ? await sql.one<EntryRow>(`${select} WHERE e.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('duty entry');
  return row;
}

const viewOf = (row: EntryRow): EntryView => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  text: row.text,
  ticket: row.ticket,
  by: row.by,
  writtenAt: row.writtenAt.toISOString(),
  correctsId: row.correctsId,
  correctedById: row.correctedById,
});
