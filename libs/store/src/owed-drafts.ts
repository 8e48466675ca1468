import type { ClockKind } from '#ticket/clock-kind';
import { ordersOwed, type KnownCause } from '#ticket/order-grounds';
import { openStates } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import type { ChainedLine } from './history-chain';
import type { Sql } from './sql';

/** A rung from which a supervision order is to be drafted. */
export interface OwedByRung {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly ticketId: string;
  readonly clockId: string;
  readonly generation: number;
  readonly kind: ClockKind;
  readonly dueAt: Date;
}

/** A cause from which one is to be drafted, in the round that it is about. */
export interface OwedByCause {
  readonly [column: string]: unknown;
  readonly ticketId: string;
  readonly cause: KnownCause;
  readonly round: number;
}

/** The first rungs of which a draft is owed, the oldest first. */
export const draftsOwedByRungs = (sql: Sql, limit: number): Promise<OwedByRung[]> =>
  sql.query<OwedByRung>(
    `SELECT id, ticket_id AS "ticketId", clock_id AS "clockId", generation, kind, due_at AS "dueAt" FROM ticket.rung
     WHERE rung = 'supervision' AND drafted_at IS NULL ORDER BY fired_at, id LIMIT $1`,
    [limit],
  );

/** Nothing is owed for this rung any more. */
export async function rungWasDrafted(sql: Sql, { ticketId, id }: OwedByRung, at: Date): Promise<void> {
  await sql
    .about(ticketId)
    .query(`UPDATE ticket.rung SET drafted_at = $3 WHERE ticket_id = $1 AND id = $2`, [ticketId, id, at]);
}

/** What a move adds to the drafts that are owed: it commits with the move. */
export const owedOrderRows = (before: Ticket, after: Ticket, lines: readonly ChainedLine[]): object[] =>
  ordersOwed(before, after, lines).map((owed) => ({ ticket_id: after.id, ...owed, at: lines.at(-1)?.at }));

/** The first causes of which a draft is owed, the oldest first. While nobody leads an open ticket, they wait. */
export const draftsOwedByCauses = (sql: Sql, limit: number): Promise<OwedByCause[]> =>
  sql.query<OwedByCause>(
    `SELECT o.ticket_id AS "ticketId", o.cause, o.round FROM ticket.order_owed o JOIN ticket.ticket t ON t.id = o.ticket_id
     WHERE t.lead_id IS NOT NULL OR t.state <> ALL($2) ORDER BY o.at, o.ticket_id, o.cause, o.round LIMIT $1`,
    [limit, openStates],
  );

/** Nothing is owed for this cause any more, in the transaction that saw to it. */
export async function causeWasDrafted(sql: Sql, { ticketId, cause, round }: OwedByCause): Promise<void> {
  await sql.query(`DELETE FROM ticket.order_owed WHERE ticket_id = $1 AND cause = $2 AND round = $3`, [
    ticketId,
    cause,
    round,
  ]);
}
