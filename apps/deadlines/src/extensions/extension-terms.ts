import { Injectable } from '@nestjs/common';
import { extensionMoves } from '#ticket/extension-moves';
import { move } from '#ticket/move';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import type { RouteAnswer } from '#http-api/routes';
import { moveContext } from '#store/begin-ticket';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { PartClock } from '#store/part-clock';
import { readTicket } from '#store/read-ticket';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { ticketOfPart } from '#platform/find-part';
import { DeadlineRules } from '../deadline-rules';
import { extensionStanding, type ExtensionStanding, type Part } from './extension-standing';

type Terms = RouteAnswer<'GET /api/assignments/:id/extension-terms'>;

/** What a part may be given now, for whoever is about to ask: the same rules and the same guard as when it is asked. */
@Injectable()
export class ExtensionTerms {
  constructor(
    private readonly database: Database,
    private readonly rules: DeadlineRules,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a part that is none or is another department's */
  async of(assignmentId: string, caller: Caller): Promise<Terms> {
    const { sql } = this.database;
    const found = await readTicket(sql, await ticketOfPart(sql, assignmentId, caller));
    if (!found) throw new NotFound('ticket');
    const standing = await extensionStanding(sql, found.ticket, assignmentId);
    const { part, clock, given, most } = standing;
    const refused = standing.refused ?? (part && clock && this.refusal(found.ticket, { part, clock }, caller));
    const next = await this.next(found.ticket, standing);
    return { dueAt: clock?.dueAt.toISOString() ?? null, given, most, next, refused };
  }

  private async next({ upstreamDueAt }: Ticket, standing: ExtensionStanding): Promise<Terms['next']> {
    const { part, clock, rule } = standing;
    if (!part || !clock || !rule) return null;
    const { amount, unit, approver } = rule;
    const ruled = (await this.rules.inForce()).dueTimes.later(clock.dueAt, rule, part.departmentId);
    const latest = upstreamDueAt && upstreamDueAt < ruled ? upstreamDueAt : ruled;
    return { amount, unit, approver, latest: latest.toISOString() };
  }

  /** What the guard would say of the shortest one there is. */
  private refusal(ticket: Ticket, { part, clock }: { part: Part; clock: PartClock }, caller: Caller) {
    const until = new Date(clock.dueAt.getTime() + 1);
    const asked = { extensionId: '', assignmentId: part.id, ...clock, until, reason: '', basis: '', attachmentIds: [] };
    try {
      move(
        ticket,
        extensionMoves[part.role].ask,
        asked,
        moveContext(ticket.id, caller, this.clock.now(), (id) => [id]),
      );
      return null;
    } catch (reason) {
      if (reason instanceof TransitionRefused) return reason.detail;
      throw reason;
    }
  }
}
