import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { pruneDrafts, type Draft } from './draft-rows';

/** A draft nobody has touched for `DRAFT_DAYS` goes: it holds what a citizen said. */
@Injectable()
export class DraftExpiry implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => pruneDrafts(this.database.sql, new Date(this.clock.now().getTime() - this.lifetimeMs)));
  }

  of({ changedAt }: Pick<Draft, 'changedAt'>): Date {
    return new Date(changedAt.getTime() + this.lifetimeMs);
  }

  private get lifetimeMs(): number {
    return this.settings.draftDays * 86_400_000;
  }
}
