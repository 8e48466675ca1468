import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { shanghaiDate, shanghaiOffsetMs } from '#store/shanghai-date';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { firstIdAt, isUuid } from '#store/uuid-v7';
import type { ChannelClient } from '#platform/channel-clients';
import { Maintenance } from '#platform/maintenance';
import { Refusal, refusalAt } from '#platform/problems';
import { differencesOf } from './differences-of';
import {
  lockedList,
  noteMissingLists,
  openReconciliations,
  oursOf,
  putDifferences,
  putList,
  reconciliationById,
  type Reconciliation,
} from './reconciliation-rows';

const dayMs = 86_400_000;
/** A day's list is waited for until eight in the morning. */
const listHour = 8;

export type ReconciliationView = RouteAnswer<'POST /api/reconciliations/:id/compare'>;

/** 每日对账: what a system says it sent, against what is here. */
@Injectable()
export class Reconciliations implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => this.run());
  }

  /** @throws Refusal for a day that is not over, or a system without a name */
  async take(
    { day, tickets }: RouteInput<'POST /api/transfers/reconciliations'>['body'],
    { system }: ChannelClient,
  ): Promise<ReconciliationView> {
    if (system === null) throw new Refusal('forbidden', '该接入方未设系统代号，不能对账');
    const at = this.clock.now();
    if (day > shanghaiDate(at)) throw refusalAt('day', '对账日期不能晚于今天');
    const id = await this.database.transaction(async (sql) => {
      const put = await putList(sql, { system, day, tickets, at });
      await this.compareWithin(sql, put);
      return put;
    });
    return this.one(id);
  }

  /** With what is here now. @throws NotFound */
  async compare(id: string): Promise<ReconciliationView> {
    await this.one(id);
    await this.database.transaction((sql) => this.compareWithin(sql, id));
    return this.one(id);
  }

  /** @throws NotFound */
  async one(id: string): Promise<ReconciliationView> {
    const row = isUuid(id) ? await reconciliationById(this.database.sql, id) : undefined;
    if (!row) throw new NotFound('reconciliation');
    return viewOf(row);
  }

  private async compareWithin(sql: Sql, id: string): Promise<void> {
    const { system, day, listed = null } = (await lockedList(sql, id)) ?? {};
    if (system === undefined || day === undefined || listed === null) return;
    const begins = Date.parse(day) - shanghaiOffsetMs;
    const numbers = listed.map(({ upstreamNumber }) => upstreamNumber);
    const [from, to] = [firstIdAt(new Date(begins)), firstIdAt(new Date(begins + dayMs))];
    const { tickets, dayOf } = await oursOf(sql, { system, numbers, from, to });
    await putDifferences(sql, id, { differences: differencesOf(listed, tickets, dayOf), at: this.clock.now() });
  }

  /** Which lists did not come, and whether what differed still does. */
  private async run(): Promise<void> {
    const now = this.clock.now();
    const waited = new Date(now.getTime() - listHour * 3_600_000);
    const yesterday = new Date(waited.getTime() - dayMs);
    const begins = new Date(Date.parse(shanghaiDate(waited)) - shanghaiOffsetMs);
    await noteMissingLists(this.database.sql, shanghaiDate(yesterday), begins);
    const open = await openReconciliations(this.database.sql, shanghaiDate(new Date(now.getTime() - 7 * dayMs)));
    for (const id of open) await this.database.transaction((sql) => this.compareWithin(sql, id));
  }
}

export const viewOf = (row: Reconciliation): ReconciliationView => ({
  id: row.id,
  system: row.system,
  day: row.day,
  listed: row.listed,
  receivedAt: row.receivedAt?.toISOString() ?? null,
  comparedAt: row.comparedAt?.toISOString() ?? null,
  differing: row.differing,
});
