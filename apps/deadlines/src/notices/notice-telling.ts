import { Inject, Injectable } from '@nestjs/common';
import { nextLoudInstant } from '#calendar/quiet-hours';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { rungsWereTold, takeUntoldRungs, type UntoldRung } from '#store/untold-rungs';
import { uuidV7 } from '#store/uuid-v7';
import { Directory } from '#platform/directory';
import { tellNoticed } from '#platform/live-changes';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { readPeople, type People } from '../duty/people';
import { reach } from '../duty/reach';
import { ladderRowsById } from '../ladder/ladder-rows';
import type { LadderRow } from '../ladder/ladder-row';
import { addNotices, type NewNotice } from './notice-rows';

/** Rungs told of in one transaction. */
const batch = 500;

/** Tells people of the rungs that clocks have climbed: each rung once, each person a notice of their own. */
@Injectable()
export class NoticeTelling extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('notices', settings.markSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.tellAll();
  }

  /** Tells of everything that was recorded; answers of how many rungs. Any number of replicas share the work. */
  async tellAll(): Promise<number> {
    let all = 0;
    for (let told = batch; told >= batch; all += told) told = await this.tellSome();
    return all;
  }

  private async tellSome(): Promise<number> {
    const at = this.clock.now();
    const { told, accountIds } = await this.database.transaction(async (sql) => {
      const rungs = await takeUntoldRungs(sql, batch);
      if (rungs.length === 0) return { told: 0, accountIds: [] };
      const notices = await this.noticesOf(sql, rungs, at);
      await addNotices(sql, notices);
      await rungsWereTold(sql, rungs, at);
      return { told: rungs.length, accountIds: [...new Set(notices.map(({ accountId }) => accountId))] };
    });
    await tellNoticed(this.database, accountIds);
    return told;
  }

  private async noticesOf(sql: Sql, rungs: readonly UntoldRung[], at: Date): Promise<NewNotice[]> {
    const rows = await ladderRowsById(sql, [...new Set(rungs.flatMap(({ ladderRowId }) => ladderRowId ?? []))]);
    const people = await readPeople(sql, at);
    return rungs.flatMap((rung) => {
      const row = rung.ladderRowId === null ? undefined : rows.get(rung.ladderRowId);
      return row ? this.noticesOfRung(people, rung, row, at) : [];
    });
  }

  private noticesOfRung(people: People, rung: UntoldRung, row: LadderRow, at: Date): NewNotice[] {
    const { kind, departmentId, ticketId, id: rungId } = rung;
    const parentOf = (id: string): string | null => this.directory.departments.get(id)?.parentId ?? null;
    const messageAt = row.ways.includes('message') ? (row.atNight ? at : nextLoudInstant(at)) : null;
    return reach(people, { kind, departmentId, audience: row.audience }, parentOf).map(({ accountId, phone }) => ({
      ...{ id: uuidV7(at), accountId, ticketId, rungId, at, phone, messageAt },
    }));
  }
}
