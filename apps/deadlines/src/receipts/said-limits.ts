import { Injectable } from '@nestjs/common';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { personNamed, type Named } from '#platform/person-named';
import { TicketViews } from '#platform/ticket-views';
import type { ClockRule } from '../clock-rule';
import type { SaidLimit } from './receipt';

interface SaidRow {
  readonly [column: string]: unknown;
  readonly seq: number;
  readonly by: Named | null;
  readonly reason: string | null;
  readonly source: string | null;
}

/** Who gave a ticket a limit of its own, and why: from its history, where words may be erased and a rule keeps none. */
@Injectable()
export class SaidLimits {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
  ) {}

  /** Of the limits that are steps of this rule, by their lines. @throws NotFound outside the caller's scope */
  async of(ticketId: string, { steps }: ClockRule, caller: Caller): Promise<ReadonlyMap<number, SaidLimit>> {
    const seqs = steps.flatMap((step) => (step.kind === 'own-limit' ? [step.seq] : []));
    if (seqs.length === 0) return new Map();
    const conceal = await this.views.concealing(ticketId, caller);
    const rows = await this.database.sql.about(ticketId).query<SaidRow>(
      `SELECT h.seq, ${personNamed('h.actor::uuid')} AS by, h.text->>'reason' AS reason, h.text->>'limitSource' AS source
       FROM ticket.history h WHERE h.ticket_id = $1 AND h.seq = ANY($2)`,
      [ticketId, seqs],
    );
    const said = ({ by, reason, source }: SaidRow): SaidLimit => ({
      by,
      reason: reason && conceal(reason),
      source: source && conceal(source),
    });
    return new Map(rows.map((row) => [row.seq, said(row)]));
  }
}
