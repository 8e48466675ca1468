import { Inject, Injectable } from '@nestjs/common';
import { isProtectedFromTheStart } from '#ticket/identity-guards';
import { move } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Ticket } from '#ticket/ticket';
import { actedOnRow } from '#store/suggestion-rows';
import type { Decision } from '#store/ticket-store';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { SuggestionModels } from './suggestion-models';
import { labelsOf, TicketSuggestions } from './ticket-suggestions';

/** Of these no model decides, nor do they wait until somebody has: they go the catalogue's way, to the fall-back owner at last. */
const never: readonly ((ticket: Ticket) => boolean)[] = [
  // An emergency waits for nobody.
  ({ urgency }) => urgency !== 'normal',
  // Who is most spoken of may be whom a report (举报) is about.
  isProtectedFromTheStart,
  ({ stability }) => stability,
];

/** What becomes of a ticket: dispatched by the suggestion, or null: a dispatcher is asked. */
interface Suggested {
  readonly decision: Decision | null;
}

/** Dispatches by itself what a suggestion is sure of, and asks a dispatcher of the rest. */
@Injectable()
export class SuggestedDispatch {
  constructor(
    private readonly models: SuggestionModels,
    private readonly suggestions: TicketSuggestions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Null where suggestions decide nothing: the house has them off, nothing was learnt yet, or the ticket is one of those above. */
  async of(ticket: Ticket, context: MoveContext): Promise<Suggested | null> {
    if (!this.settings.dispatchBySuggestion || never.some((holds) => holds(ticket))) return null;
    if (!(await this.models.active('department'))) return null;
    const suggested = await this.suggestions.suggest(ticket, context);
    const { version, best } = suggested.department;
    const [likeliest] = best;
    if (!likeliest?.isSure) {
      await this.suggestions.ask(ticket, suggested, context.at);
      return { decision: null };
    }
    const probability = Math.floor(likeliest.probability * 1_000) / 1_000;
    const input = { leadId: likeliest.id, because: '按派单建议自动派单', suggested: { version, probability } };
    const moved = move(ticket, 'dispatch', input, context);
    const row = actedOnRow(moved.ticket, labelsOf(suggested), { by: context.actor.id, at: context.at });
    return { decision: { ...moved, rows: { 'ticket.suggestion': [row] } } };
  }
}
