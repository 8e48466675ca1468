import { NamedCalendars } from '#deadlines/receipts/named-calendars';
import { receiptOf } from '#deadlines/receipts/receipt';
import { readClockRule } from '#deadlines/read-clock-rule';
import { clockSelect, type ClockRow } from '#store/clock-rows';
import type { Database } from '#store/database';
import type { Sample } from '../figures';
import { median } from '../statistics';

const [passes, receiptsAPass] = [5, 10_000] as const;

type KeptClock = ClockRow & Record<string, unknown> & { ticketId: string };

/** Microseconds that one receipt takes, from the clock as it is stored to the sentences that a clerk reads. */
export async function measureReceipts({ database }: { database: Database }): Promise<Sample> {
  const clocks = await database.sql.query<KeptClock>(
    `SELECT ${clockSelect}, c.ticket_id AS "ticketId" FROM ticket.clock c
     WHERE c.state = 'running' AND c.rule ? 'steps' ORDER BY c.ticket_id LIMIT $1`,
    [receiptsAPass],
  );
  const calendars = new NamedCalendars(database);
  const tell = async (clock: KeptClock): Promise<void> => {
    const rule = readClockRule(clock.rule);
    if (!rule) throw new Error(`the clock ${clock.id} has no rule to tell`);
    const named = await calendars.of(rule);
    receiptOf(clock, rule, {
      ticketId: clock.ticketId,
      part: null,
      heldSince: null,
      limitSource: null,
      ownLimits: new Map(),
      named,
    });
  };
  const taken: number[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const began = performance.now();
    for (const clock of clocks) await tell(clock);
    taken.push(((performance.now() - began) * 1_000) / clocks.length);
  }
  return { receipt: median(taken) };
}
