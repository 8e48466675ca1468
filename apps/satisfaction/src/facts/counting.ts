import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { takeOwedCounts } from '#store/count-owed';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { readToldHistories } from '#store/told-histories';
import { Refusal, refusalAt } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { beginAnew } from './begin-anew';
import { countedAnew } from './counted-anew';
import { countingRules } from './counting-rules';
import { lockCounting, reachLatest, showAsOf } from './counting-row';
import { readCounted, writeCounted } from './fact-rows';
import { foldFacts } from './fold';

/** Tickets counted in one transaction. */
const batch = 500;
/** After so many in one turn the log says how far it is. */
const toldEach = 50_000;
/** How long whoever asks for figures waits until everything is counted, and when to ask again. */
const [patienceMs, retryAfterSeconds] = [5_000, 30];

/** Days of Shanghai, both included, and as of when they are asked for (ISO 8601). */
interface AskedPeriod {
  readonly from: string;
  readonly to: string;
  readonly asOf?: string | undefined;
}

/**
 * Counts tickets into facts, a moment after they change. What is to be counted are rows, and how far a ticket was counted
 * is one too: told twice or late, it is counted once. One process counts at a time.
 */
@Injectable()
export class Counting extends TurnWorker {
  private readonly log = new Logger(Counting.name);
  private isByTheseRules = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('counting', settings.countSeconds * 1_000);
  }

  protected async turn(): Promise<void> {
    await this.countOwed(() => this.isEnding);
  }

  /**
   * As of when figures are shown, by default the latest instant; everything is counted first, and nothing that comes later
   * changes figures as of then.
   * @throws Refusal while tickets are counted anew, or come faster than they are counted
   */
  async shownAsOf({ from, to, asOf }: AskedPeriod): Promise<Date> {
    if (to < from) throw refusalAt('to', '结束日期早于开始日期');
    const until = performance.now() + patienceMs;
    if (!(await this.countOwed(() => performance.now() > until)))
      throw new Refusal('unavailable', '统计数据正在更新，请稍后再查', { retryAfterSeconds });
    const shown = await showAsOf(this.database.sql, asOf ? new Date(asOf) : null, this.clock.now());
    if (!shown) throw refusalAt('asOf', '统计截止时间不能晚于现在');
    return shown;
  }

  /** Counts what is owed, and sums what there is; answers whether that was all. */
  private async countOwed(isEnough: () => boolean): Promise<boolean> {
    if (!this.isByTheseRules) await this.database.derivedTransaction((sql) => beginAnewUnlessBy(sql));
    this.isByTheseRules = true;
    for (let counted = batch, all = 0; counted === batch;) {
      if (isEnough()) return false;
      counted = await this.database.derivedTransaction(countSome);
      if ((all += counted) % toldEach === 0 && all > 0) this.log.log(`${all} tickets counted, going on`);
    }
    return true;
  }
}

/** What was counted by other rules is counted anew. */
async function beginAnewUnlessBy(sql: Sql): Promise<void> {
  const { countedBy } = await lockCounting(sql);
  if (countedBy !== countingRules) await beginAnew(sql);
}

/** Counts what waits longest; answers how many rows of it there were. */
async function countSome(sql: Sql): Promise<number> {
  const { shownAsOf, foldedTo, countedBy } = await lockCounting(sql);
  // A process of another version has begun anew: the rest is its work.
  if (countedBy !== countingRules) return 0;
  const owed = await takeOwedCounts(sql, batch);
  const ticketIds = [...new Set(owed)];
  if (ticketIds.length > 0) await count(sql, ticketIds, shownAsOf);
  await foldFacts(sql, foldedTo);
  return owed.length;
}

async function count(sql: Sql, ticketIds: readonly string[], shownAsOf: Date | null): Promise<void> {
  const histories = await readToldHistories(sql, ticketIds);
  const before = await readCounted(sql, ticketIds);
  const counted = before.flatMap((each) => {
    const now = countedAnew(each, histories.get(each.ticketId) ?? [], shownAsOf);
    return now ? [now] : [];
  });
  await writeCounted(sql, counted);
  const latest = Math.max(...counted.flatMap(({ facts }) => facts.map(({ recordedAt }) => recordedAt.getTime())));
  if (Number.isFinite(latest)) await reachLatest(sql, new Date(latest));
}
