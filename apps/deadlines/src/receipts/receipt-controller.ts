import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { clockSelect, type ClockRow } from '#store/clock-rows';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { findBesideTicket } from '#platform/find-beside-ticket';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { readClockRule } from '../read-clock-rule';
import type { ClockRule } from '../clock-rule';
import { NamedCalendars } from './named-calendars';
import { receiptOf, type Receipt } from './receipt';
import { SaidLimits } from './said-limits';

interface BesideClock {
  readonly ticketId: string;
  readonly heldSince: Date | null;
  readonly part: { readonly departmentId: string; readonly role: NonNullable<Receipt['part']>['role'] } | null;
}

type FoundClock = ClockRow & Record<string, unknown> & BesideClock;

const select = `${clockSelect}, c.ticket_id AS "ticketId", CASE WHEN t.state = 'held' THEN t.state_since END AS "heldSince",
  (SELECT json_build_object('departmentId', a.department_id, 'role', a.role) FROM ticket.assignment a
   WHERE a.ticket_id = c.ticket_id AND a.id = c.assignment_id) AS part`;

/** 计时依据: how the due time of a clock came about. */
@Controller()
export class ReceiptController {
  constructor(
    private readonly database: Database,
    private readonly calendars: NamedCalendars,
    private readonly limits: SaidLimits,
    private readonly directory: Directory,
  ) {}

  @Handles('GET /api/clocks/:id/receipt')
  async receipt({ params }: RouteInput<'GET /api/clocks/:id/receipt'>, caller: Caller): Promise<Receipt> {
    const clock = await this.find(params.id, caller);
    const rule = readClockRule(clock.rule);
    if (!rule) throw new Refusal('conflict', '这条时限早于计时依据的留存，没有可出具的依据');
    const { ticketId, heldSince } = clock;
    const [named, limitSource, ownLimits] = await Promise.all([
      this.calendars.of(rule),
      this.source(rule),
      this.limits.of(ticketId, rule, caller),
    ]);
    return receiptOf(clock, rule, { ticketId, part: this.partOf(clock), heldSince, limitSource, ownLimits, named });
  }

  private find(id: string, caller: Caller): Promise<FoundClock> {
    const clocks = { what: 'clock', select, table: 'ticket.clock', as: 'c' };
    return findBesideTicket<FoundClock>(this.database.sql, clocks, id, caller);
  }

  private partOf({ part }: BesideClock): Receipt['part'] {
    if (!part) return null;
    const { departmentId: id, role } = part;
    return { department: { id, name: this.directory.departmentName(id) }, role };
  }

  private async source(rule: ClockRule): Promise<string | null> {
    if (!('limitId' in rule)) return null;
    const row = await this.database.sql.one<{ source: string }>(
      `SELECT source FROM deadlines.time_limit WHERE id = $1 AND version = $2`,
      [rule.limitId, rule.limitVersion],
    );
    return row?.source ?? null;
  }
}
