import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import { keyTaken, NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import {
  addDraft,
  draftCount,
  draftsOf,
  dropDraft,
  readDraft,
  saveDraft,
  type Draft,
  type DraftValues,
} from './draft-rows';

/** More drafts than this nobody has in hand. */
const most = 50;

/** Drafts of registrations, each its author's alone. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  of(caller: Caller, before: string | null, limit: number): Promise<Draft[]> {
    return draftsOf(this.database.sql, this.keys, { accountId: caller.id, before, limit });
  }

  /** @throws NotFound for one that is not there, has become a ticket, or is somebody else's */
  async one(id: string, caller: Caller): Promise<Draft> {
    const draft = await readDraft(this.database.sql, this.keys, id);
    if (draft?.accountId !== caller.id) throw new NotFound('draft');
    return draft;
  }

  /** @throws Refusal when there are too many */
  async begin(values: DraftValues, caller: Caller): Promise<Draft> {
    const changedAt = this.clock.now();
    const id = uuidV7(changedAt);
    await this.write(id, caller, async (sql) => {
      if ((await draftCount(sql, caller.id)) >= most)
        throw new Refusal('conflict', `草稿已有${most}份，请先登记或删除旧的`);
      await addDraft(sql, this.keys, { id, accountId: caller.id, callId: null, values, changedAt });
    });
    return this.one(id, caller);
  }

  /** @throws Refusal when another window has saved it meanwhile; NotFound */
  async save(id: string, version: number, values: DraftValues, caller: Caller): Promise<Draft> {
    const draft = { id, accountId: caller.id, version, values, changedAt: this.clock.now() };
    await this.write(id, caller, async (sql) => {
      if (await saveDraft(sql, this.keys, draft)) return;
      const found = await this.one(id, caller);
      throw new Refusal('version-conflict', '草稿已在另一窗口修改', { differs: { version: found.version } });
    });
    return this.one(id, caller);
  }

  async drop(id: string, caller: Caller): Promise<void> {
    await this.write(id, caller, async (sql) => {
      await this.one(id, caller);
      await dropDraft(sql, id, caller.id);
    });
  }

  /** It has become a ticket. */
  async forget(id: string, { id: accountId }: Caller): Promise<void> {
    await dropDraft(this.database.sql, id, accountId);
  }

  /** The write and its key commit together. */
  private async write(id: string, { key }: Caller, work: (sql: Sql) => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(async (sql) => {
        await work(sql);
        if (key) await commitKey(sql, key, id, this.clock.now());
      });
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
  }
}
