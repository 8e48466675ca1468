import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { forgetHouseholds } from '#store/visit-rows';
import { Maintenance } from '#platform/maintenance';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';

const dayMs = 86_400_000;

/** How long it is known which household was visited. The visit itself stays and counts. */
@Injectable()
export class HouseholdRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const lifetimeMs = this.settings.householdDays * dayMs;
    this.maintenance.add(() => forgetHouseholds(this.database.sql, new Date(this.clock.now().getTime() - lifetimeMs)));
  }
}
