import type { SignRow } from './sign-row';

/** What was found, with its numbers, and how many tickets it had when somebody decided on it before. */
export const Why = ({ sign: { why, ticketsBefore } }: { sign: SignRow }) => (
  <>
    {why}
    {ticketsBefore !== null && <span className="quiet">（上次核实时{ticketsBefore}件，已增加）</span>}
  </>
);
