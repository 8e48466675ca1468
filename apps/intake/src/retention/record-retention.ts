import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { keptRecords } from './kept-records';

const dayMs = 86_400_000;

/** Forgets what is kept beside tickets once its days are over. */
@Injectable()
export class RecordRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => this.run());
  }

  private async run(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const { days, forget } of keptRecords)
      await this.database.sql.count(forget, [new Date(now - this.settings[days] * dayMs)]);
  }
}
