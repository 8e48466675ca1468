import { ticketMeasures } from '../../facts/ticket-measures';

/** The facts `f` of what was received from $1 to $2, as of $3, with what it stands under `s`; for a statement to go on. */
export const received = `FROM satisfaction.fact f JOIN satisfaction.standing s USING (ticket_id, standing)
  WHERE f.measure = ${ticketMeasures.received.number} AND f.day BETWEEN $1 AND $2 AND f.recorded_at <= $3 AND NOT s.imported`;
