import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';

/** A call that nobody has taken for so long waits for nobody any more; a missed one does, until somebody calls back. */
const waitsMs = 86_400_000;

/** How long calls wait. */
@Injectable()
export class CallWaiting implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => this.run());
  }

  private async run(): Promise<void> {
    const { sql } = this.database;
    const now = this.clock.now();
    await sql.count(
      `UPDATE intake.call SET done_at = $2, outcome = 'left' WHERE done_at IS NULL AND state <> 'missed' AND first_at < $1`,
      [new Date(now.getTime() - waitsMs), now],
    );
    // What was registered by a process that ended before it said so.
    await sql.count(
      `UPDATE intake.call c SET done_at = $1, outcome = 'registered' FROM ticket.ticket_key k
       WHERE c.done_at IS NULL AND c.draft_id IS NOT NULL AND k.kind = 'idempotency' AND k.value = 'draft/' || c.draft_id`,
      [now],
    );
  }
}
