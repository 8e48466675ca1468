import { Inject, Injectable } from '@nestjs/common';
import { countsInIssue } from '#ticket/issue';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readOwedSorting, takeOwedSorting, type OwedSorting } from '#store/issue-owed';
import { raiseIssueAlerts } from '#store/issue-alert-rows';
import { readSortedTickets, recountMembers, writeMemberships, type SortedTicket } from '#store/issue-member-rows';
import { readRuleValues } from '#store/issue-rule-rows';
import { addIssues, joinIssue, lockIssues, readIssues, standingIssue, type IssueRow } from '#store/issue-rows';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { tellHotline } from '#platform/live-changes';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { KinOf } from './kin-of';
import { sortTickets, type Kin, type Sorting } from './sorting';

/** Tickets sorted in one transaction. */
const batch = 64;

/**
 * Sorts tickets into hot issues, a moment after search has read them. It may come to a ticket twice, late and in any
 * order; what it is to come to are rows, so nothing is lost with a queue. It joins tickets to issues, and nothing else: no
 * ticket is merged or answered by it.
 */
@Injectable()
export class IssueGrouping extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kin: KinOf,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('sorting into issues', settings.issueSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.sort();
  }

  /** Sorts everything that waits; answers how many tickets that were. */
  async sort(): Promise<number> {
    let all = 0;
    for (;;) {
      const owed = await readOwedSorting(this.database.sql, batch);
      if (owed.length === 0) return all;
      all += await this.sortBatch(owed);
    }
  }

  /** Who is kin is read before the lock is taken: whoever is registered meanwhile comes here after us, and finds us. */
  private async sortBatch(owed: readonly OwedSorting[]): Promise<number> {
    const now = this.clock.now();
    const ids = [...new Set(owed.map(({ ticketId }) => ticketId))];
    const kin = await this.kin.tickets(ids, await readRuleValues(this.database.sql), now);
    const { sorted, touched } = await this.database.transaction(async (sql) => {
      await lockIssues(sql);
      const taken = await takeOwedSorting(sql, owed);
      const changed = await sortInto(sql, taken, kin, now);
      await raiseIssueAlerts(sql, changed, now);
      return { sorted: taken.length, touched: changed };
    });
    await tellHotline(this.database, 'issues', touched);
    return sorted;
  }
}

/** Answers the issues that were touched. */
async function sortInto(sql: Sql, ids: readonly string[], kin: readonly Kin[], now: Date): Promise<string[]> {
  await recountMembers(sql, ids);
  const answered = await placeAnswered(sql, ids);
  const theirs = kin.filter(({ one }) => ids.includes(one));
  const all = [...new Set([...ids, ...theirs.flatMap(({ one, other }) => [one, other])])];
  const tickets = await readSortedTickets(sql, all);
  const issues = await readIssues(sql, [...new Set(tickets.flatMap(({ issueId }) => issueId ?? []))]);
  const sorting = sortTickets(tickets.map(sortedOf(issues)), theirs, issues.map(standingOf), () => uuidV7(now));
  await write(sql, sorting, now);
  const of = new Set(ids);
  const before = tickets.flatMap(({ id, issueId }) => (of.has(id) && issueId ? [issueId] : []));
  const after = [...sorting.placed.values()].map(({ issueId }) => issueId);
  return [...new Set([...answered, ...before, ...after, ...sorting.joined.values()])];
}

/** Whoever was answered as part of an issue is of that issue: a person said so. */
async function placeAnswered(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const placed: string[] = [];
  for (const { id, answeredAs, issueId } of await readSortedTickets(sql, ids)) {
    if (!answeredAs) continue;
    const { id: standing } = await standingIssue(sql, answeredAs);
    if (standing === issueId) continue;
    await writeMemberships(sql, [{ ticketId: id, issueId: standing, by: null, score: null }]);
    placed.push(standing);
  }
  return placed;
}

async function write(sql: Sql, { begun, placed, joined }: Sorting, now: Date): Promise<void> {
  if (begun.length > 0) await addIssues(sql, begun, now);
  const members = [...placed].map(([ticketId, { issueId, score }]) => ({ ticketId, issueId, score, by: null }));
  if (members.length > 0) await writeMemberships(sql, members);
  for (const [id, intoId] of joined) await joinIssue(sql, id, intoId, now);
}

const sortedOf =
  (issues: readonly IssueRow[]) =>
  ({ id, state, imported, issueId, isKnown }: SortedTicket) => {
    const issue = issues.find((each) => each.id === issueId);
    const isLeftAlone = isKnown && issueId === null;
    return { id, issueId, isApart: imported || !countsInIssue(state) || isLeftAlone || issue?.state === 'closed' };
  };

const standingOf = ({ id, tended, tickets }: IssueRow) => ({ id, isTended: tended, tickets });
