import { Logger } from '@nestjs/common';
import { oweCounts, oweUncounted, takeOwedCounts } from '#store/count-owed';
import type { Sql } from '#store/sql';
import { messageOf } from '#store/told-error';
import { beginAnew } from './begin-anew';
import { countedAnew } from './counted-anew';
import { lockCounting, reachLatest } from './counting-row';
import { areOutdated, countingRules } from './counting-rules';
import { readCounted, writeCounted, type NewlyCounted } from './fact-rows';
import { atOnce, foldFacts } from './fold';
import { batch, type OwedTickets } from './owed-tickets';

const log = new Logger('Counting');

/** What was counted by former rules is counted anew, and what a process of a former version changed without a word is owed. */
export async function beginCounting(sql: Sql): Promise<void> {
  const { countedBy } = await lockCounting(sql);
  if (areOutdated(countedBy)) await beginAnew(sql);
  else await oweUncounted(sql);
}

/** Counts these, unless somebody else has; answers how many are left out, or null when others count, by other rules. */
export async function countOwedTickets(sql: Sql, { owed, told }: OwedTickets): Promise<number | null> {
  const { shownAsOf, foldedTo, countedBy } = await lockCounting(sql);
  if (countedBy !== countingRules) return null;
  const taken = await takeOwedCounts(sql, owed);
  const ticketIds = [...new Set(taken.map(({ ticketId }) => ticketId))];
  const failed = ticketIds.length > 0 ? await count(sql, ticketIds, told, shownAsOf) : [];
  if (failed.length > 0) await oweCounts(sql, failed);
  await foldFacts(sql, foldedTo, owed.length === batch ? atOnce : undefined);
  return failed.length;
}

/** Answers the tickets whose history cannot be told, such as one by a later version: the others are counted all the same. */
async function count(
  sql: Sql,
  ticketIds: readonly string[],
  told: OwedTickets['told'],
  shownAsOf: Date | null,
): Promise<string[]> {
  const counted: NewlyCounted[] = [];
  const failed: string[] = [];
  for (const each of await readCounted(sql, ticketIds)) {
    try {
      const now = countedAnew(each, told(each.ticketId), shownAsOf);
      if (now) counted.push(now);
    } catch (error) {
      log.error(`figures go without ticket ${each.ticketId}: ${messageOf(error)}`);
      failed.push(each.ticketId);
    }
  }
  await writeCounted(sql, counted);
  const latest = latestOf(counted);
  if (latest) await reachLatest(sql, latest);
  return failed;
}

function latestOf(counted: readonly NewlyCounted[]): Date | null {
  let latest: Date | null = null;
  for (const { facts } of counted)
    for (const { recordedAt } of facts) if (latest === null || recordedAt > latest) latest = recordedAt;
  return latest;
}
