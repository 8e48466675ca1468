import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { unlessHeld } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { latestLateness } from '#store/lateness-rows';
import { shanghaiDate } from '#store/shanghai-date';
import { Directory } from '#platform/directory';
import { Turns } from '#platform/turns';
import { learnLateness } from './learn-lateness';

const everyMs = 600_000;

/** Learns once a day what makes parts late. Safe in every replica: one at a time, and the day has one model. */
@Injectable()
export class LatenessLearner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns = new Turns(new Logger(LatenessLearner.name), 'learning what makes parts late', () =>
    this.learn(),
  );

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.turns.start(everyMs);
    this.turns.take();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.end();
  }

  /** Nothing when this day has its model. */
  async learn(): Promise<void> {
    const now = this.clock.now();
    await unlessHeld(this.database, 'lateness', async () => {
      const latest = await latestLateness(this.database.sql);
      if (latest?.day !== shanghaiDate(now)) await learnLateness(this.database, this.directory, now);
    });
  }
}
