import { Controller } from '@nestjs/common';
import { events, eventNames, type TicketEvent } from '#ticket/event';
import { Database } from '#store/database';
import { readClockFacts, type ClockFacts } from '#store/clock-facts';
import { Clock } from '#store/clock-now';
import { writeClocks, type KeptClocks } from '#store/clock-rows';
import type { Sql } from '#store/sql';
import { uuidInMonthOf } from '#store/uuid-v7';
import { WriteBatch } from '#store/write-batch';
import { On } from '#queue/on';
import { WaitsForPerson } from '#queue/retry-policy';
import { clocksOf } from './clocks-of';
import { DeadlineRules, type RulesInForce } from './deadline-rules';
import { KnownDueTimes, type AskedDueTimes } from './known-due-times';
import type { Ladder } from './ladder/ladder';
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

/** Races with people who move the same tickets; after these, the queue tries again later. */
const attempts = 5;
/** Tickets whose clocks are kept by one reading and one writing; a ticket is often told of again within milliseconds. */
const batch = { items: 32, writes: 2, gatherMs: 10 } as const;

/** Keeps a ticket's clocks as its history asks for them: one reaction for every event, which may come twice or late. */
@Controller()
export class ClockKeeper {
  private readonly behind: WriteBatch<string>;

  constructor(
    private readonly database: Database,
    private readonly rules: DeadlineRules,
    private readonly clock: Clock,
  ) {
    this.behind = new WriteBatch((ticketIds) => this.keepAll(ticketIds), batch);
  }

  @On('deadlines', heard, { waits: 't.clocks_seq < t.seq' })
  async keep({ ticketId }: TicketEvent): Promise<void> {
    await this.behind.add(ticketId);
  }

  private async keepAll(ticketIds: readonly string[]): Promise<void> {
    const rules = await this.rules.inForce();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await keepClocks(this.database.derived, ticketIds, rules, this.clock)) return;
    }
    throw new Error(`tickets moved ${attempts} times while their clocks were computed`);
  }
}

/** Brings these tickets' clocks up to their history; false when the history of one grew meanwhile. */
async function keepClocks(
  derived: Sql,
  ticketIds: readonly string[],
  { dueTimes, ladder }: RulesInForce,
  clock: Clock,
): Promise<boolean> {
  const wanted = derived.aboutEach(ticketIds).map(async ({ sql, ticketIds: ids }) => {
    const behind = await readClockFacts(sql, ids);
    if (behind.length === 0) return true;
    const known = behind.map(() => new KnownDueTimes(dueTimes));
    const kept = behind.map((facts, index) => keptClocks(facts, known[index] ?? dueTimes, ladder));
    const [fault] = known.flatMap((each) => each.fault ?? []);
    // In company, the one with the fault spoils the others' writing; alone, what is known of it is written.
    if (fault && ticketIds.length > 1) throw fault;
    const isWritten = (await writeClocks(sql, kept, clock.now())).length === kept.length;
    if (fault && isWritten) throw new WaitsForPerson(fault.message);
    return isWritten;
  });
  return (await Promise.all(wanted)).every(Boolean);
}

const keptClocks = ({ ticket, lines, clocks }: ClockFacts, dueTimes: AskedDueTimes, ladder: Ladder): KeptClocks => ({
  ticketId: ticket.id,
  seq: ticket.seq,
  ...reconcile(ticket, clocksOf(lines, dueTimes), clocks, () => uuidInMonthOf(ticket.id), ladder),
});
