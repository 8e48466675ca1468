import type { Ticket } from '#ticket/ticket';
import { isSameStanding, standingsOf, type Standing, type ToldTicket } from './standing';
import { isCounted, ticketMeasureNames, ticketMeasures, type TicketMeasureName } from './ticket-measures';

/** That a ticket counts in a measure from an instant on (1), or does so no more (-1). */
export interface Fact {
  readonly standing: Standing;
  readonly measure: TicketMeasureName;
  readonly delta: 1 | -1;
}

/** What a ticket is counted as, after a line of its history. */
interface Counted {
  readonly standing: Standing;
  readonly measures: readonly TicketMeasureName[];
}

/** What each step of a ticket changes in the figures: as many lists as steps. */
export function factsOf(steps: readonly ToldTicket[], team: string | null): Fact[][] {
  let before: Counted | null = null;
  return standingsOf(steps, team).map((standing, index) => {
    const { ticket } = steps[index] as ToldTicket;
    const after: Counted = { standing, measures: measuresOf(ticket) };
    const facts = changes(before, after);
    before = after;
    return facts;
  });
}

const measuresOf = (ticket: Ticket): TicketMeasureName[] =>
  isCounted(ticket) ? ticketMeasureNames.filter((name) => ticketMeasures[name].holds(ticket)) : [];

function changes(before: Counted | null, after: Counted): Fact[] {
  if (!before) return told(after, after.measures, 1);
  if (!isSameStanding(before.standing, after.standing))
    return [...told(before, before.measures, -1), ...told(after, after.measures, 1)];
  return [
    ...told(before, without(before.measures, after.measures), -1),
    ...told(after, without(after.measures, before.measures), 1),
  ];
}

const without = (some: readonly TicketMeasureName[], others: readonly TicketMeasureName[]) =>
  some.filter((name) => !others.includes(name));

const told = ({ standing }: Counted, measures: readonly TicketMeasureName[], delta: Fact['delta']): Fact[] =>
  measures.map((measure) => ({ standing, measure, delta }));
