import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { pruneKeys } from '#store/idempotency';
import { ensurePartitions, monthStart } from '#store/partitions';
import { messageOf } from '#store/told-error';
import { Sessions } from './sessions';
import { SignInGate } from './sign-in-gate';

const everyMs = 3_600_000;

/** What must be done now and then: partitions for the coming months, keys and sessions past their time. Safe in every replica. */
@Injectable()
export class Maintenance {
  private readonly log = new Logger(Maintenance.name);
  private timer: NodeJS.Timeout | undefined;
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

  start(): void {
    const again = () => this.run().catch((error: unknown) => this.log.warn(`maintenance: ${messageOf(error)}`));
    this.timer = setInterval(() => void again(), everyMs).unref();
  }

  stop(): void {
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
