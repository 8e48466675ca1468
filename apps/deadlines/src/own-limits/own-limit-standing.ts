import type { Ticket } from '#ticket/ticket';
import { readAllClockFacts } from '#store/clock-facts';
import type { Sql } from '#store/sql';
import { isFinish } from '../clock-history';
import { clocksOf } from '../clocks-of';
import type { DueTimes } from '../due-times';
import { KnownDueTimes } from '../known-due-times';

/** Where the time of a ticket's lead stands, and where it would without a limit of its own. */
export interface OwnLimitStanding {
  readonly presentDueAt: Date;
  readonly latest: Date;
}

/** From its history, since the clocks may be behind it; null where nobody is at it, or its time is not known. */
export async function ownLimitStanding(sql: Sql, ticket: Ticket, dueTimes: DueTimes): Promise<OwnLimitStanding | null> {
  const [facts] = await readAllClockFacts(sql.about(ticket.id), [ticket.id]);
  const known = new KnownDueTimes(dueTimes);
  const clock = clocksOf(facts?.lines ?? [], known).find(
    ({ kind, state, assignmentId }) => isFinish(kind) && state === 'running' && assignmentId === ticket.leadId,
  );
  const ruled = clock && known.withOwnLimit(clock.rule, null);
  return clock && ruled ? { presentDueAt: clock.dueAt, latest: ruled.dueAt } : null;
}
