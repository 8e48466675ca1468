import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { unlessHeld } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { dueLooseFiles } from '#store/loose-files';
import { Maintenance } from '#platform/maintenance';
import { messageOf } from '#store/told-error';
import { FileReception } from './file-reception';

/** Removes files that no attachment names, now and then: uploads that broke off, and files of who was forgotten. */
@Injectable()
export class LooseFileSweep implements OnModuleInit {
  private readonly log = new Logger(LooseFileSweep.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reception: FileReception,
    private readonly maintenance: Maintenance,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => this.run());
  }

  /** One replica does it. A store that does not answer is asked again the next time, and keeps nothing else from being done. */
  run(): Promise<void> {
    return unlessHeld(this.database, 'looseFiles', () =>
      this.work().catch((error: unknown) => this.log.warn(`loose files: ${messageOf(error)}`)),
    );
  }

  private async work(): Promise<void> {
    const due = () => dueLooseFiles(this.database.sql, this.clock.now());
    for (let keys = await due(); keys.length > 0; keys = await due())
      for (const key of keys) await this.reception.remove(key);
  }
}
