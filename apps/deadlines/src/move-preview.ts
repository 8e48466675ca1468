import { Injectable } from '@nestjs/common';
import type { MovesView } from '#http-api/time-limit-shapes';
import { clockKinds } from '#ticket/clock-kind';
import { maskNumbers } from '#ticket/mask-identity';
import { Database } from '#store/database';
import type { RulesInForce } from './deadline-rules';
import { recomputed, type ChangedBy, type ClockMove } from './recomputed-clocks';
import type { Touches } from './rule-change';
import { touchedTickets } from './touched-tickets';

/** Tickets that a preview computes at most: beyond them it says that there are more, and how many it looked at. */
const mostLookedAt = 5_000;
const batch = 250;
/** Tickets that a preview names. */
const mostNamed = 50;

const nothingMoves: MovesView = { tickets: 0, clocks: 0, unknown: 0, touched: 0, lookedAt: 0, exact: true, items: [] };

/** 预览: what a change of rules would move, computed as the change itself would, and not written. */
@Injectable()
export class MovePreview {
  constructor(private readonly database: Database) {}

  async moves(touches: Touches | null, rules: RulesInForce): Promise<MovesView> {
    if (!touches) return nothingMoves;
    const values: unknown[] = [];
    const rows = await this.database.lists.query<{ id: string; touched: string }>(
      `SELECT id, count(*) OVER () AS touched FROM (${touchedTickets(touches, values)}) touched ORDER BY id DESC LIMIT ${mostLookedAt}`,
      values,
    );
    const found = await this.look(
      rows.map(({ id }) => id),
      rules,
      touches.by,
    );
    const touched = Number(rows[0]?.touched ?? 0);
    const tickets = [...new Set(found.moves.map(({ ticketId }) => ticketId))].sort().reverse();
    return {
      tickets: tickets.length,
      clocks: found.moves.length,
      unknown: found.unknown,
      touched,
      lookedAt: rows.length,
      exact: touched === rows.length,
      items: await this.named(found.moves, tickets.slice(0, mostNamed)),
    };
  }

  private async look(
    ticketIds: readonly string[],
    rules: RulesInForce,
    by: ChangedBy,
  ): Promise<{ moves: ClockMove[]; unknown: number }> {
    const moves: ClockMove[] = [];
    let unknown = 0;
    for (let from = 0; from < ticketIds.length; from += batch) {
      for (const { sql, ticketIds: ids } of this.database.sql.aboutEach(ticketIds.slice(from, from + batch))) {
        const found = await recomputed(sql, ids, rules, by);
        moves.push(...found.moves);
        unknown += found.unknown.length;
      }
    }
    return { moves, unknown };
  }

  private async named(moves: readonly ClockMove[], ticketIds: readonly string[]): Promise<MovesView['items']> {
    const rows = await this.database.sql.query<{ id: string; number: string; title: string }>(
      `SELECT id, number, title FROM ticket.ticket WHERE id = ANY($1)`,
      [ticketIds],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ticketIds.flatMap((id) => {
      const ticket = byId.get(id);
      const own = moves.filter(({ ticketId }) => ticketId === id).sort((a, b) => sooner(a) - sooner(b));
      return ticket
        ? own.map((move) => ({ ...viewOf(move), number: ticket.number, title: maskNumbers(ticket.title) }))
        : [];
    });
  }
}

const sooner = ({ from, to }: ClockMove): number => (from ?? to)?.getTime() ?? 0;

const viewOf = ({ ticketId, kind, from, to }: ClockMove) => ({
  ticketId,
  clock: kind,
  label: clockKinds[kind].label,
  from: from?.toISOString() ?? null,
  to: to?.toISOString() ?? null,
});
