import { Injectable } from '@nestjs/common';
import { unlessHeld } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { latestLateness } from '#store/lateness-rows';
import { shanghaiDate } from '#store/shanghai-date';
import { Directory } from '#platform/directory';
import { Maintenance } from '#platform/maintenance';
import { learnLateness } from './learn-lateness';

/** Learns once a day what makes parts late. Safe in every replica: one at a time, and the day has one model. */
@Injectable()
export class LatenessLearner {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    maintenance: Maintenance,
  ) {
    maintenance.add(() => this.learn());
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
