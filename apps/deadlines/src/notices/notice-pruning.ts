import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { pruneNoticesOlderThan, pruneNoticesReadBefore } from './notice-rows';

const dayMs = 86_400_000;

/** Forgets what people were told of once they have read it, or it is old; the rungs themselves stay. */
@Injectable()
export class NoticePruning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    maintenance: Maintenance,
  ) {
    maintenance.add(() => this.prune());
  }

  private async prune(): Promise<void> {
    const { noticeReadDays, noticeDays } = this.settings;
    await pruneNoticesReadBefore(this.database.sql, this.daysAgo(noticeReadDays));
    await pruneNoticesOlderThan(this.database.sql, this.daysAgo(noticeDays));
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * dayMs);
  }
}
