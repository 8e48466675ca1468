import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { isCountOwed } from '#store/count-owed';
import { Database } from '#store/database';
import { Refusal, refusalAt } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { period } from '../period';
import { beginCounting, countOwedTickets } from './count-owed-tickets';
import { showAsOf } from './counting-row';
import { batch, owedTickets } from './owed-tickets';
import { SumsAhead } from './sums-ahead';

const log = new Logger('Counting');

/** After so many in one turn the log says how far it is. */
const toldEach = 10_000;
/** How long a count lasts at most, and whoever asks for figures waits; and when to ask again. */
const [patienceMs, retryAfterSeconds] = [5_000, 30];

/** More is asked for by mistake, or to keep us busy. */
const [longestDays, firstDay, lastDay] = [3_660, '1900-01-01', '2199-12-31'];

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
  private isByTheseRules = false;
  private current: Promise<boolean> | undefined;
  private next: Promise<boolean> | undefined;
  private readonly ahead = new SumsAhead();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('counting', settings.countSeconds * 1_000);
  }

  /** While nothing happens, nothing is locked; what takes longer than somebody would wait goes on at once. */
  protected async turn(): Promise<void> {
    if (this.isByTheseRules && !(await isCountOwed(this.database.derived))) return;
    while (!(await this.counted()) && this.isByTheseRules && !this.isEnding);
  }

  /**
   * As of when figures are shown, by default the latest instant; everything is counted first, and nothing that comes later
   * changes figures as of then.
   * @throws Refusal while tickets are counted anew, or come faster than they are counted
   */
  async shownAsOf({ from, to, asOf }: AskedPeriod): Promise<Date> {
    const [begins, ends] = period({ from, to });
    if (from < firstDay || to > lastDay || ends.getTime() - begins.getTime() > (longestDays + 1) * 86_400_000)
      throw refusalAt('to', '只能统计1900年以后、最长十年的时间段');
    if (!(await this.counted()))
      throw new Refusal('unavailable', '统计数据正在更新，请稍后再查', { retryAfterSeconds });
    const shown = await showAsOf(this.database.sql, asOf ? new Date(asOf) : null, this.clock.now());
    if (!shown) throw refusalAt('asOf', '统计截止时间不能晚于现在');
    return shown;
  }

  /** One count at a time: whoever comes while it is under way shares the next one, which finds what was owed by then. */
  private counted(): Promise<boolean> {
    if (this.current) return (this.next ??= this.current.catch(() => false).then(() => this.counted()));
    this.next = undefined;
    return (this.current = this.countOwed().finally(() => (this.current = undefined)));
  }

  /** Counts what is owed, and sums what there is; answers whether that was all. */
  private async countOwed(): Promise<boolean> {
    const until = performance.now() + patienceMs;
    if (!this.isByTheseRules) await this.database.derivedTransaction((sql) => beginCounting(sql));
    this.isByTheseRules = true;
    let all = 0;
    for await (const some of owedTickets(this.database.derived)) {
      const isLast = some.owed.length < batch;
      const { ahead } = this;
      const failed = await this.database.derivedTransaction((sql) => countOwedTickets(sql, some, { ahead, isLast }));
      // Another process counts by other rules: they are looked at again.
      if (failed === null) return (this.isByTheseRules = false);
      if (isLast || failed === batch) return true;
      if ((all += batch) % toldEach === 0) log.log(`${all} tickets counted, going on`);
      if (this.isEnding || performance.now() > until) break;
    }
    return false;
  }
}
