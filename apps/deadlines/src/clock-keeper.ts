import { Controller } from '@nestjs/common';
import { events, eventNames, type TicketEvent } from '#ticket/event';
import { Database } from '#store/database';
import { readClockFacts, writeClocks } from '#store/clock-rows';
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

/** Races with people who move the same ticket; after these, the queue tries again later. */
const attempts = 5;

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
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await keepClocks(this.database.sql, ticketId, dueTimes)) return;
    }
    throw new Error(`ticket ${ticketId} moved ${attempts} times while its clocks were computed`);
  }
}

/** Brings a ticket's clocks up to its history; false when the history grew meanwhile. */
async function keepClocks(sql: Sql, ticketId: string, dueTimes: DueTimes): Promise<boolean> {
  const facts = await readClockFacts(sql, ticketId);
  if (!facts || facts.current) return true;
  const { ticket, lines, clocks } = facts;
  const wanted = clocksOf(lines, dueTimes);
  const { changed, summary, parts } = reconcile(ticket, wanted, clocks, () => uuidInMonthOf(ticketId));
  return writeClocks(sql, ticketId, changed, { ...summary, seq: ticket.seq }, parts);
}
