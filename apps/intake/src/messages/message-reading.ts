import { Injectable } from '@nestjs/common';
import { messageStateNames } from '#ticket/message-state';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { TicketViews } from '#platform/ticket-views';
import { messageColumns, messageView, type MessageRow } from './message-view';

type List = RouteAnswer<'GET /api/messages'>;
type Query = RouteInput<'GET /api/messages'>['query'];

/** Messages as people read them. */
@Injectable()
export class MessageReading {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly views: TicketViews,
  ) {}

  /** The latest first. */
  async list(query: Query, caller: Caller): Promise<List> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const values: unknown[] = [before, query.limit + 1];
    const rows = await this.database.lists.query<MessageRow>(
      `SELECT ${messageColumns} FROM (${found(query, values)}) m JOIN ticket.ticket t ON t.id = m.ticket_id
       LEFT JOIN ticket.citizen c ON c.id = m.citizen_id ORDER BY m.id DESC`,
      values,
    );
    return this.page(rows, query.limit, caller);
  }

  /** Oldest first. @throws NotFound for a ticket that is not there or out of scope */
  async ofTicket(ticketId: string, query: { limit: number; cursor?: string }, caller: Caller): Promise<List> {
    await this.views.concealing(ticketId, caller);
    const [after = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.database.sql.about(ticketId).query<MessageRow>(
      `SELECT ${messageColumns} FROM ticket.message m JOIN ticket.ticket t ON t.id = m.ticket_id
       LEFT JOIN ticket.citizen c ON c.id = m.citizen_id
       WHERE m.ticket_id = $1 AND t.id = $1 AND ($2::uuid IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`,
      [ticketId, after, query.limit + 1],
    );
    return this.page(rows, query.limit, caller);
  }

  /** @throws NotFound */
  async one(id: string, caller: Caller): Promise<List['items'][number]> {
    const row = isUuid(id)
      ? await this.database.lists.one<MessageRow>(
          `SELECT ${messageColumns} FROM ticket.message m JOIN ticket.ticket t ON t.id = m.ticket_id
           LEFT JOIN ticket.citizen c ON c.id = m.citizen_id WHERE m.id = $1`,
          [id],
        )
      : undefined;
    if (!row) throw new NotFound('message');
    return messageView(row, this.keys, caller);
  }

  private page(rows: readonly MessageRow[], limit: number, caller: Caller): List {
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map((row) => messageView(row, this.keys, caller)), nextCursor };
  }
}

/**
 * The page's messages by the index that finds them: those of a ticket, of a state, or of all. Those of a kind lie by their
 * states, each newest first, so that a rare one is found without looking through the others. `$1` is the last id of the
 * page before, `$2` how many are wanted.
 */
function found({ number, kind, state }: Query, values: unknown[]): string {
  const place = (value: unknown): string => `$${values.push(value)}`;
  const page = `($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`;
  if (number !== undefined) {
    const ticket = `(SELECT reference::uuid FROM ticket.ticket_key WHERE kind = 'number' AND value = ${place(number)})`;
    const narrower = [
      ...(kind === undefined ? [] : [`kind = ${place(kind)}`]),
      ...(state === undefined ? [] : [`state = ${place(state)}`]),
    ];
    return `SELECT * FROM ticket.message WHERE ${[`ticket_id = ${ticket}`, ...narrower, page].join(' AND ')}`;
  }
  if (kind !== undefined) {
    const states = state === undefined ? messageStateNames : [state];
    return `SELECT each.* FROM unnest(${place(states)}::text[]) AS wanted(state) CROSS JOIN LATERAL (
      SELECT * FROM ticket.message WHERE kind = ${place(kind)} AND state = wanted.state AND ${page}) each
      ORDER BY each.id DESC LIMIT $2`;
  }
  return `SELECT * FROM ticket.message WHERE ${state === undefined ? '' : `state = ${place(state)} AND `}${page}`;
}
