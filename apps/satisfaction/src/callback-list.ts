import { Injectable } from '@nestjs/common';
import { callbackTurns, type CallbackTurn } from '#ticket/callback-outcome';
import { bandStart } from '#ticket/time-band';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import type { Caller } from '#platform/caller';
import { cutPage, type Order } from '#platform/list-order';
import { TicketLists, type ListQuery } from '#platform/ticket-lists';
import type { SummaryRow } from '#platform/ticket-select';
import { TicketViews } from '#platform/ticket-views';
import { CallbackClaims } from './callback-claims';

type List = RouteAnswer<'GET /api/callbacks'>;
type Query = RouteInput<'GET /api/callbacks'>['query'];

/** A call to make, as the list reads it. */
type CallbackRow = SummaryRow & {
  rank: number;
  triedAt: Date | null;
  appointmentAt: Date | null;
  calledBy: List['items'][number]['calledBy'];
};

const turns = Object.keys(callbackTurns) as CallbackTurn[];
const rankOf = (turn: CallbackTurn): number => turns.indexOf(turn);

/** An appointment stands until the next attempt, of which ids tell the order. */
const appointment = `(SELECT a.appointment_at FROM ticket.callback_attempt a
  WHERE a.ticket_id = t.id AND a.round = t.round ORDER BY a.id DESC LIMIT 1)`;

/** Whose turn it is: `$1` is now, `$2` when this part of the day began. */
const rank = `(CASE WHEN ${appointment} <= $1::timestamptz THEN ${rankOf('appointment')}
  WHEN ${appointment} > $1::timestamptz OR t.callback_tried_at >= $2::timestamptz THEN ${rankOf('later')}
  ELSE ${rankOf('now')} END)`;

/** `$3` is since when whoever is silent has hung up. */
const columns = `${rank} AS rank, t.callback_tried_at AS "triedAt", ${appointment} AS "appointmentAt",
  (SELECT json_build_object('id', o.id, 'name', o.name) FROM ticket.citizen c
   JOIN satisfaction.callback_claim k ON k.phone_hash = c.phone_hash AND k.heartbeat_at >= $3
   JOIN ticket.account o ON o.id = k.account_id WHERE c.id = t.citizen_id) AS "calledBy"`;

/** Appointments whose time has come, then who may be called now, then the rest; each the oldest first. */
const order: Order<CallbackRow> = {
  keys: [
    { sql: rank, of: ({ rank: value }) => String(value), cast: 'int', part: 'number' },
    { sql: 't.id', of: ({ id }) => id, cast: 'uuid', part: 'id' },
  ],
  descending: false,
};

const isDue = (place: string): string => `EXISTS (SELECT 1 FROM ticket.clock k WHERE k.ticket_id = t.id
  AND k.state = 'running' AND k.kind IN ('callback', 'judgement') AND k.due_at <= ${place})`;

/** 待回访: whom to call, and when. */
@Injectable()
export class CallbackList {
  constructor(
    private readonly lists: TicketLists,
    private readonly views: TicketViews,
    private readonly claims: CallbackClaims,
    private readonly clock: Clock,
  ) {}

  async page({ due, waiting, turn, attempts, ...page }: Query, caller: Caller): Promise<List> {
    const now = this.clock.now();
    const values: unknown[] = [now, bandStart(now), this.claims.staleBefore()];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const conditions = waiting === 'judgement' ? ['t.judgement_due'] : [`t.state = 'callback'`, 'NOT t.judgement_due'];
    if (due) conditions.push(isDue(place(due)));
    if (turn) conditions.push(`${rank} = ${place(rankOf(turn))}`);
    if (attempts !== undefined) conditions.push(`t.callback_attempts = ${place(attempts)}`);
    const query: ListQuery<CallbackRow> = { conditions, values, order, select: columns, ...page };
    const { shown, nextCursor } = cutPage(await this.lists.rows(caller, query), page.limit, order);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  private view(row: CallbackRow): List['items'][number] {
    return {
      ...this.views.summary(row),
      turn: turns[row.rank] ?? 'later',
      triedAt: row.triedAt?.toISOString() ?? null,
      appointmentAt: row.appointmentAt?.toISOString() ?? null,
      calledBy: row.calledBy,
    };
  }
}
