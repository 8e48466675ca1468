import { Injectable } from '@nestjs/common';
import type { State } from '#ticket/state';
import { transitions, type TransitionName } from '#ticket/transition';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { TicketViews } from '#platform/ticket-views';

type History = RouteAnswer<'GET /api/tickets/:id/history'>;

interface LineRow {
  [column: string]: unknown;
  seq: number;
  at: Date;
  actor: string;
  name: TransitionName;
  from: State | null;
  to: State;
  data: Record<string, unknown>;
  text: Record<string, unknown> | null;
  hash: Buffer;
}

/** A ticket's history, and what registering needs to know besides the store. */
@Injectable()
export class TicketReading {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
    readonly directory: Directory,
    readonly clock: Clock,
  ) {}

  async history(
    id: string,
    query: RouteInput<'GET /api/tickets/:id/history'>['query'],
    caller: Caller,
  ): Promise<History> {
    // Out of scope is not found, here as on the page.
    await this.views.ticket(id, caller);
    const after = /^\d{1,9}$/.test(query.cursor ?? '') ? Number(query.cursor) : 0;
    const rows = await this.database.sql.query<LineRow>(
      `SELECT h.seq, h.at, coalesce(a.name, h.actor) AS actor, h.name, h."from", h."to", h.data, h.text, h.hash
       FROM ticket.history h LEFT JOIN ticket.account a ON a.id::text = h.actor
       WHERE h.ticket_id = $1 AND h.seq > $2 ORDER BY h.seq LIMIT $3`,
      [id, after, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return { items: shown.map((row) => this.line(row)), nextCursor: last ? String(last.seq) : null };
  }

  private line({ text, hash, at, ...row }: LineRow): History['items'][number] {
    const { assigned, ...data } = { ...row.data, ...text };
    const departments = ((assigned ?? []) as { departmentId: string; role: string }[]).map((each) => ({
      ...each,
      department: this.directory.departmentName(each.departmentId),
    }));
    return {
      ...row,
      at: at.toISOString(),
      label: transitions[row.name].label,
      data: departments.length > 0 ? { ...data, assigned: departments } : data,
      hash: hash.toString('hex'),
    };
  }
}
