import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#store/database';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';

/** What this system decides by itself. The setting becomes a row, for the sweep asks the database what waits. */
@Injectable()
export class Policy implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.sql.query(`UPDATE satisfaction.policy SET judges_by_itself = $1 WHERE judges_by_itself <> $1`, [
      this.settings.autoJudge,
    ]);
  }

  /** Whether every bad rating is reasonable without anybody's verdict. */
  async judgesByItself(): Promise<boolean> {
    const row = await this.database.sql.one<{ automatic: boolean }>(
      `SELECT judges_by_itself AS automatic FROM satisfaction.policy`,
      [],
    );
    return row?.automatic ?? false;
  }
}
