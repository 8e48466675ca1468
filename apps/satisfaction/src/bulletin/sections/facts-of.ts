import { clockMeasures } from '../../facts/clock-measures';
import { ticketMeasures } from '../../facts/ticket-measures';

const factsOf = (...measures: readonly { readonly number: number }[]): string =>
  `FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
   WHERE f.measure IN (${measures.map(({ number }) => number).join()}) AND f.day BETWEEN $1 AND $2
     AND f.recorded_at <= $3 AND NOT s.imported`;

/** The facts `f` of what was received from $1 to $2, as of $3, with what it stands under `s`; for a statement to go on. */
export const received = factsOf(ticketMeasures.received);

/** The same of what was due in those days, and was done too late or is not done yet. */
export const overdueFacts = factsOf(clockMeasures.finishedLate, clockMeasures.overdueOpen);
