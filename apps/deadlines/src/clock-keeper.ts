import { Controller } from '@nestjs/common';
import { events, eventNames, type TicketEvent } from '#ticket/event';
import { Database } from '#store/database';
import { readClocks, writeClocks } from '#store/clock-rows';
import { readTicket } from '#store/read-ticket';
import { readHistory } from '#store/read-history';
import type { Sql } from '#store/sql';
import { uuidInMonthOf } from '#store/uuid-v7';
import { On } from '#queue/on';
import { clocksOf } from './clocks-of';
import { DeadlineRules } from './deadline-rules';
import type { DueTimes } from './due-times';
import { reconcile } from './reconcile-clocks';

/** Every event that this service hears. */
type Heard = {
  [Name in keyof typeof events]: (typeof events)[Name] extends { heardBy: readonly (infer Hearer)[] }
    ? 'deadlines' extends Hearer
      ? Name
      : never
    : never;
}[keyof typeof events];

const heard = eventNames.filter((name): name is Heard => {
  const row = events[name];
  return row !== 'record-only' && (row.heardBy as readonly string[]).includes('deadlines');
});

/** Keeps a ticket's clocks as its history asks for them: one reaction for every event, which may come twice or late. */
@Controller()
export class ClockKeeper {
  constructor(
    private readonly database: Database,
    private readonly rules: DeadlineRules,
  ) {}

  @On('deadlines', heard, { waits: 't.clocks_seq < t.seq' })
  async keep({ ticketId }: TicketEvent): Promise<void> {
    const dueTimes = await this.rules.dueTimes();
    await this.database.transaction((sql) => keepClocks(sql, ticketId, dueTimes), ticketId);
  }
}

/** Brings the clocks of one locked ticket up to its history. */
async function keepClocks(sql: Sql, ticketId: string, dueTimes: DueTimes): Promise<void> {
  const found = await readTicket(sql, ticketId);
  if (!found) return;
  const { ticket } = found;
  const [history, stored] = await Promise.all([readHistory(sql, ticketId), readClocks(sql, ticketId)]);
  const wanted = clocksOf(ticket, history, dueTimes);
  const { changed, summary, parts } = reconcile(ticket, wanted, stored, () => uuidInMonthOf(ticketId));
  await writeClocks(sql, ticketId, changed, { ...summary, seq: ticket.seq }, parts);
}
