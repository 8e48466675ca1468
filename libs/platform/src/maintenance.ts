import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { pruneKeys } from '#store/idempotency';
import { ensurePartitions, monthStart } from '#store/partitions';
import { messageOf } from '#store/told-error';
import { Sessions } from './sessions';
import { SignInGate } from './sign-in-gate';

/** Between two rounds of one process. */
export const maintenanceEveryMs = 3_600_000;

/** What must be done now and then: partitions for the coming months, keys and sessions past their time. Safe in every replica. */
@Injectable()
export class Maintenance {
  private readonly log = new Logger(Maintenance.name);
  private timer: NodeJS.Timeout | undefined;
  private first: NodeJS.Timeout | undefined;
  private readonly further: (() => Promise<void>)[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly gate: SignInGate,
  ) {}

  /** Something else to be done now and then, such as a service's own. It runs in every replica. */
  add(work: () => Promise<void>): void {
    this.further.push(work);
  }

  /** The first round comes soon, so that a restart puts nothing off, and not so soon that a start waits for it. */
  start(delayMs: number): void {
    const again = () => this.run().catch((error: unknown) => this.log.warn(`maintenance: ${messageOf(error)}`));
    this.first = setTimeout(() => void again(), delayMs).unref();
    this.timer = setInterval(() => void again(), maintenanceEveryMs).unref();
  }

  stop(): void {
    clearTimeout(this.first);
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.database.session((sql) => ensurePartitions(sql, now, monthStart(now, 3)));
    await this.database.learnMonths();
    await pruneKeys(this.database.sql, now);
    await this.sessions.prune();
    await this.gate.prune();
    for (const work of this.further) await work();
  }
}
