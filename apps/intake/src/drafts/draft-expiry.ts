import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { dropRegisteredDrafts, type Draft } from './draft-rows';

/** A draft nobody has touched for `DRAFT_DAYS` goes (kept-records.ts): it holds what a citizen said. */
@Injectable()
export class DraftExpiry implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly maintenance: Maintenance,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => dropRegisteredDrafts(this.database.sql));
  }

  of({ changedAt }: Pick<Draft, 'changedAt'>): Date {
    return new Date(changedAt.getTime() + this.settings.draftDays * 86_400_000);
  }
}
