import { blankRegistration } from '#ticket/blank-registration';
import { firstAsTold } from '#ticket/first-as-told';
import { retoldSteps, type ToldLine } from '#ticket/retold';
import type { Ticket } from '#ticket/ticket';

/** The ticket after each line of its history, as far as facts tell it: nothing of what anybody wrote is read or counted. */
export function retell(ticketId: string, lines: readonly ToldLine[]): Ticket[] {
  const [first, ...later] = lines;
  return first ? retoldSteps(firstAsTold({ ...blankRegistration, id: ticketId, assignments: [] }, first), later) : [];
}
