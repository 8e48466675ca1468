import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { inScope } from '#platform/scope';
import { cut, readCursor } from '#platform/cursor';
import { TicketViews } from '#platform/ticket-views';
import { clockKinds, type ClockKind } from '#ticket/clock-kind';
import { maskNumbers } from '#ticket/mask-identity';
import type { Rung } from '#ticket/rung';

interface AlertRow {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  number: string;
  title: string;
  kind: ClockKind;
  rung: Rung;
  dueAt: Date;
  firedAt: Date;
}

/** The clocks of a ticket, and the rungs that they climbed. */
@Controller()
export class ClockController {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
  ) {}

  @Handles('GET /api/tickets/:id/clocks')
  async clocks(
    { params }: RouteInput<'GET /api/tickets/:id/clocks'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/clocks'>> {
    const { clocks } = await this.views.ticket(params.id, caller);
    return { items: clocks, nextCursor: null };
  }

  @Handles('GET /api/alerts')
  async alerts({ query }: RouteInput<'GET /api/alerts'>, caller: Caller): Promise<RouteAnswer<'GET /api/alerts'>> {
    const [at = null, before = null] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const values: unknown[] = [at, before, query.rung ?? null, query.limit + 1];
    const rows = await this.database.lists.query<AlertRow>(
      `SELECT r.id, r.ticket_id AS "ticketId", t.number, t.title, r.kind, r.rung, r.due_at AS "dueAt", r.fired_at AS "firedAt"
       FROM ticket.rung r JOIN ticket.ticket t ON t.id = r.ticket_id
       WHERE ($1::timestamptz IS NULL OR (r.fired_at, r.id) < ($1, $2::uuid)) AND ($3::text IS NULL OR r.rung = $3)
         AND ${inScope(caller, values)}
       ORDER BY r.fired_at DESC, r.id DESC LIMIT $4`,
      values,
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ firedAt, id }) => [firedAt, id]);
    return { items: shown.map(alertOf), nextCursor };
  }
}

const alertOf = ({ ticketId, number, title, kind, rung, dueAt, firedAt }: AlertRow) => ({
  ticketId,
  number,
  title: maskNumbers(title),
  clock: kind,
  label: clockKinds[kind].label,
  rung,
  dueAt: dueAt.toISOString(),
  firedAt: firedAt.toISOString(),
});
