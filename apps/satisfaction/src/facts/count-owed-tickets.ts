import { Logger } from '@nestjs/common';
import { oweCounts, oweUncounted, takeOwedCounts } from '#store/count-owed';
import type { Sql } from '#store/sql';
import { messageOf } from '#store/told-error';
import { beginAnew } from './begin-anew';
import { countedAnew } from './counted-anew';
import { lockCounting, reachLatest } from './counting-row';
import { areOutdated, countingRules } from './counting-rules';
import { readCounted, writeCounted, type CountedTicket, type NewlyCounted } from './fact-rows';
import { atOnce, foldFacts, lastFact } from './fold';
import type { OwedTickets } from './owed-tickets';
import type { SumsAhead } from './sums-ahead';

const log = new Logger('Counting');

/** What was counted by former rules is counted anew, and what a process of a former version changed without a word is owed. */
export async function beginCounting(sql: Sql): Promise<void> {
  const { countedBy } = await lockCounting(sql);
  if (areOutdated(countedBy)) await beginAnew(sql);
  else await oweUncounted(sql);
}

/**
 * Counts these, unless somebody else has, and sums what there is. Answers how many are left out, or null when others count,
 * by other rules.
 * @param isLast whether nothing more is owed for now
 */
export async function countOwedTickets(
  sql: Sql,
  { owed, told }: OwedTickets,
  { ahead, isLast }: { ahead: SumsAhead; isLast: boolean },
): Promise<number | null> {
  const { shownAsOf, foldedTo, countedBy } = await lockCounting(sql);
  if (countedBy !== countingRules) return null;
  if (!isLast || ahead.isKept) ahead.follow(foldedTo, await lastFact(sql, foldedTo));
  // Whoever asks for figures mostly finds that nothing is owed.
  const { counted, failed } = owed.length > 0 ? await count(sql, { owed, told }, shownAsOf) : nothing;
  await ahead.add(sql, counted);
  if (ahead.isKept) await ahead.write(sql, isLast);
  else await foldFacts(sql, foldedTo, isLast ? undefined : atOnce);
  return failed.length;
}

interface Outcome {
  readonly counted: readonly NewlyCounted[];
  /** Tickets whose history cannot be told, such as one by a later version. */
  readonly failed: readonly string[];
}

const nothing: Outcome = { counted: [], failed: [] };

async function count(sql: Sql, { owed, told }: OwedTickets, shownAsOf: Date | null): Promise<Outcome> {
  const taken = await takeOwedCounts(sql, owed);
  const ticketIds = [...new Set(taken.map(({ ticketId }) => ticketId))];
  const { counted, failed } = countEach(await readCounted(sql, ticketIds), told, shownAsOf);
  if (failed.length > 0) await oweCounts(sql, failed);
  await writeCounted(sql, counted);
  const latest = latestOf(counted);
  if (latest) await reachLatest(sql, latest);
  return { counted, failed };
}

/** One whose history cannot be told is left out; the others are counted all the same. */
function countEach(tickets: readonly CountedTicket[], told: OwedTickets['told'], shownAsOf: Date | null): Outcome {
  const counted: NewlyCounted[] = [];
  const failed: string[] = [];
  for (const each of tickets) {
    try {
      const now = countedAnew(each, told(each.ticketId), shownAsOf);
      if (now) counted.push(now);
    } catch (error) {
      log.error(`figures go without ticket ${each.ticketId}: ${messageOf(error)}`);
      failed.push(each.ticketId);
    }
  }
  return { counted, failed };
}

function latestOf(counted: readonly NewlyCounted[]): Date | null {
  let latest: Date | null = null;
  for (const { changes } of counted)
    for (const { recordedAt } of changes) if (latest === null || recordedAt > latest) latest = recordedAt;
  return latest;
}
