import { Injectable } from '@nestjs/common';
import type { State } from '#ticket/state';
import { transitions, type TransitionName } from '#ticket/transition';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { isUuid } from '#store/uuid-v7';
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
    const rows = await this.database.sql.about(id).query<LineRow>(
      `SELECT seq, at, actor, name, "from", "to", data, text, hash FROM ticket.history
         WHERE ticket_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [id, after, query.limit + 1],
    );
    const shown = await this.named(rows.slice(0, query.limit));
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return { items: shown.map((row) => this.line(row)), nextCursor: last ? String(last.seq) : null };
  }

  /** People by their names; services go by their own. */
  private async named(lines: LineRow[]): Promise<LineRow[]> {
    const ids = [...new Set(lines.map(({ actor }) => actor))].filter(isUuid);
    const people = await this.database.sql.query<{ id: string; name: string }>(
      `SELECT id, name FROM ticket.account WHERE id = ANY($1)`,
      [ids],
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return lines.map((line) => ({ ...line, actor: names.get(line.actor) ?? line.actor }));
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
