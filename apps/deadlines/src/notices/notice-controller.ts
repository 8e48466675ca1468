import { Controller } from '@nestjs/common';
import { noticeView } from '#http-api/deadline-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { clockKinds, type ClockKind } from '#ticket/clock-kind';
import { maskNumbers } from '#ticket/mask-identity';
import type { Rung } from '#ticket/rung';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { keyTaken, NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cappedCount } from '#platform/capped-count';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { tellNoticed } from '#platform/live-changes';
import { Renders } from '#platform/renders';
import { inScope } from '#platform/scope';
import { readNotices } from './notice-rows';

interface NoticeRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  number: string;
  title: string;
  kind: ClockKind;
  rung: Rung;
  dueAt: Date;
  at: Date;
  readAt: Date | null;
}

type View = RouteAnswer<'POST /api/notices/:id/read'>;

/** Beyond so many nobody needs the number. */
const countCap = 999;

/** 我的提醒: what the caller was told of, and what of it they have read. */
@Controller()
export class NoticeController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    renders: Renders,
  ) {
    renders.add(noticeView, ({ params, caller }) => this.one(params['id'] ?? '', caller));
  }

  /** The newest first. */
  @Handles('GET /api/notices')
  async list({ query }: RouteInput<'GET /api/notices'>, caller: Caller): Promise<RouteAnswer<'GET /api/notices'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const values: unknown[] = [caller.id, before, query.limit + 1];
    const rows = await this.database.lists.query<NoticeRow>(
      `${select} WHERE ${ownNotices(query.unread)} AND ($2::uuid IS NULL OR n.id < $2) AND ${inScope(caller, values)}
       ORDER BY n.id DESC LIMIT $3`,
      values,
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    const count = query.count ? { count: await this.count(query.unread, caller) } : {};
    return { items: shown.map(viewOf), nextCursor, ...count };
  }

  @Handles('POST /api/notices/:id/read')
  async read({ params }: RouteInput<'POST /api/notices/:id/read'>, caller: Caller): Promise<View> {
    await this.one(params.id, caller);
    await this.markRead(caller, params.id);
    return this.one(params.id, caller);
  }

  @Handles('POST /api/notices/read')
  async readAll(_input: RouteInput<'POST /api/notices/read'>, caller: Caller): Promise<undefined> {
    await this.markRead(caller, null);
  }

  /** Read twice is read once; the own other pages hear of it. */
  private async markRead(caller: Caller, id: string | null): Promise<void> {
    const at = this.clock.now();
    await this.database
      .transaction(async (sql) => {
        if (caller.key) await commitKey(sql, caller.key, id ?? caller.id, at);
        await readNotices(sql, caller.id, at, id);
      })
      .catch((error: unknown) => {
        throw keyTaken(error) ?? error;
      });
    await tellNoticed(this.database, [caller.id]);
  }

  private count(unread: boolean | undefined, caller: Caller) {
    const values: unknown[] = [caller.id];
    const from = `FROM deadlines.notice n JOIN ticket.ticket t ON t.id = n.ticket_id WHERE ${ownNotices(unread)} AND ${inScope(caller, values)}`;
    return cappedCount(this.database.lists, from, values, countCap);
  }

  /** @throws NotFound for one that is somebody else's, or of a ticket that is out of scope by now */
  private async one(id: string, caller: Caller): Promise<View> {
    const values: unknown[] = [caller.id, id];
    const row = isUuid(id)
      ? await this.database.sql.one<NoticeRow>(
          `${select} WHERE n.account_id = $1 AND n.id = $2 AND ${inScope(caller, values)}`,
          values,
        )
      : undefined;
    if (!row) throw new NotFound('notice');
    return viewOf(row);
  }
}

const select = `SELECT n.id, n.ticket_id AS "ticketId", t.number, t.title, r.kind, r.rung, r.due_at AS "dueAt", n.at, n.read_at AS "readAt"
FROM deadlines.notice n JOIN ticket.ticket t ON t.id = n.ticket_id JOIN ticket.rung r ON r.ticket_id = n.ticket_id AND r.id = n.rung_id`;

const ownNotices = (unread: boolean | undefined): string =>
  `n.account_id = $1${unread === undefined ? '' : ` AND n.read_at IS ${unread ? '' : 'NOT '}NULL`}`;

const viewOf = ({ id, ticketId, number, title, kind, rung, dueAt, at, readAt }: NoticeRow): View => ({
  ...{ id, ticketId, number, title: maskNumbers(title), clock: kind, label: clockKinds[kind].label, rung },
  dueAt: dueAt.toISOString(),
  at: at.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});
