import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';

const dayMs = 86_400_000;

/** How long the duty log, hand-overs and what was told by hand are kept. Urgent reports are documents and stay. */
@Injectable()
export class DutyRetention implements OnModuleInit {
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
    const before = new Date(this.clock.now().getTime() - this.settings.dutyRecordDays * dayMs);
    const { sql } = this.database;
    await sql.count(`DELETE FROM intake.duty_entry WHERE at < $1`, [before]);
    await sql.count(`DELETE FROM intake.handover WHERE handed_over_at < $1 AND accepted_at IS NOT NULL`, [before]);
    await sql.count(`DELETE FROM intake.duty_matter WHERE ended_at < $1`, [before]);
  }
}
