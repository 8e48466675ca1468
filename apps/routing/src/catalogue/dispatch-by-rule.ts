import type { LimitClass } from '#ticket/limit-class';
import { andThen, move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { mayNameLead } from '#ticket/naming-guards';
import type { Ticket } from '#ticket/ticket';
import type { Edit, TransitionInput } from '#ticket/transition-input';
import { urgencies, type Urgency } from '#ticket/urgency';
import type { Candidate } from '../dispatch-rules';
import type { RuleTerms } from './dispatch-rule';

type Named = Pick<TransitionInput['dispatch'], 'leadId' | 'coHandlerIds' | 'note'>;

/**
 * Dispatched by a row of the catalogue: the line names its version, and the class that it makes of the ticket is edited
 * after, so that the hotline's own time to dispatch stays what it was.
 */
export function dispatchByRule(
  ticket: Ticket,
  { rule, reason, leadId, coHandlerIds }: Candidate,
  context: MoveContext,
  named: Named = { leadId, coHandlerIds },
): Moved {
  const { id: ruleId, version: ruleVersion, basis } = rule;
  const said = { ...named, because: reason, ruleId, ruleVersion, ...(basis !== null && { basis }) };
  const moved = move(ticket, 'dispatch', said, context);
  const edit = classBy(ticket, rule);
  return Object.keys(edit).length === 0 ? moved : andThen(moved, 'edit', edit, context);
}

/** Dispatched by a person, which is by the catalogue where they name the lead that it names. */
export function dispatchByHand(
  ticket: Ticket,
  named: Named,
  candidates: readonly Candidate[],
  context: MoveContext,
): Moved {
  const counting = candidates.find((candidate) => mayNameLead(ticket, candidate, context) === null);
  if (counting?.leadId !== named.leadId) return move(ticket, 'dispatch', named, context);
  return dispatchByRule(ticket, counting, context, named);
}

const ranks = Object.keys(urgencies) as Urgency[];

/** What a row changes of a ticket's class: urgency is raised and never lowered; a praise is only forwarded. */
function classBy(ticket: Ticket, { urgency, limitClass }: RuleTerms): Edit {
  if (ticket.type === 'praise') return {};
  const isRaised = urgency !== null && ranks.indexOf(urgency) > ranks.indexOf(ticket.urgency);
  return { ...(isRaised && { urgency }), ...limitsBy(ticket, limitClass) };
}

const limitsBy = (ticket: Ticket, limitClass: LimitClass | null): Edit =>
  ticket.limitClass === limitClass ? {} : { limitClass };
