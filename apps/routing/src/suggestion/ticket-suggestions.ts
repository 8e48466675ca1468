import { Injectable } from '@nestjs/common';
import type { MoveContext } from '#ticket/move-context';
import { mayNameLead } from '#ticket/naming-guards';
import type { State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { routeRow } from '#http-api/routes';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import { moveContext } from '#store/begin-ticket';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readTicket } from '#store/read-ticket';
import { NotFound } from '#store/store-errors';
import { keepAsked, keepShown, type SuggestedLabels } from '#store/suggestion-rows';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Suggester, type Suggestions } from './suggester';

type Both = Record<SuggestionKind, Suggestions>;

/** Where somebody may be about to name a lead. */
const naming: readonly State[] = ['registered', 'dispatched', 'handling', 'returning'];
const namers = ['POST /api/tickets/:id/dispatch', 'POST /api/tickets/:id/arbitrate'] as const;

const mayName = (caller: Caller): boolean =>
  namers.some((route) => caller.roles.some((role) => routeRow(route).permit.includes(role)));

/** What is suggested for a ticket, and what is kept of it: labels and figures, no word of the matter. */
@Injectable()
export class TicketSuggestions {
  constructor(
    private readonly suggester: Suggester,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  /** Of each kind the three best; departments that may not lead it are none of them. */
  suggest(ticket: Ticket, context: MoveContext): Promise<Both> {
    const { title, content, categoryCode, areaCode } = ticket;
    const matter = { title, text: content, categoryCode, areaCode };
    return this.suggester.suggest(matter, (leadId) => mayNameLead(ticket, { leadId }, context) === null);
  }

  /** The same for somebody who looks at it; who may name its lead is told by what they saw. @throws NotFound */
  async show(id: string, caller: Caller): Promise<{ ticket: Ticket; suggested: Both }> {
    const { sql } = this.database;
    const ticket = (await readTicket(sql, id))?.ticket;
    if (!ticket) throw new NotFound('ticket');
    const now = this.clock.now();
    const context = moveContext(id, caller, now, this.directory.unitsOf);
    const suggested = await this.suggest(ticket, context);
    if (naming.includes(ticket.state) && mayName(caller)) await keepShown(sql, ticket, labelsOf(suggested), now);
    return { ticket, suggested };
  }

  /** From now on a dispatcher is asked. */
  ask(ticket: Ticket, suggested: Both, at: Date): Promise<void> {
    return keepAsked(this.database.sql, ticket, labelsOf(suggested), at);
  }
}

export const labelsOf = ({ category, department }: Both): SuggestedLabels => ({
  categoryVersion: category.version,
  departmentVersion: department.version,
  categories: category.best.map(({ code, probability }) => ({ code, probability })),
  departments: department.best.map(({ id, probability, rule }) => ({ id, probability, rule })),
});
