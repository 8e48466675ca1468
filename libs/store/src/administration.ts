import { Injectable } from '@nestjs/common';
import type { AdminSubject } from '#ticket/admin-event';
import { holdToTheEnd } from './advisory-locks';
import { chainAdminEvent, type AdminChange } from './admin-chain';
import { canonicalJson } from './canonical-json';
import { Clock } from './clock-now';
import { Database } from './database';
import { chainStart } from './chain-link';
import { commitKey } from './idempotency';
import type { Sql } from './sql';
import { keyTaken } from './store-errors';
import { uuidV7 } from './uuid-v7';
import type { Writer } from './writer';

/** What an administrative write does, and what it changed. */
type Work = (sql: Sql, at: Date) => Promise<AdminChange | readonly AdminChange[]>;

/** The only way to change what administrators keep: the change, its event and the writer's key commit together. */
@Injectable()
export class Administration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * One administrative write at a time, so that what `work` reads is what the one before it left.
   * @param reference what a repeated write is answered with: the id of what was written, where it has one.
   * @throws KeyTaken for a key that has been used; whatever `work` throws, with nothing written.
   */
  async write(writer: Pick<Writer, 'id' | 'key'>, work: Work, reference?: string): Promise<void> {
    const at = this.clock.now();
    try {
      await this.database.transaction(async (sql) => {
        await lockEvents(sql);
        if (writer.key) await commitKey(sql, writer.key, reference ?? uuidV7(at), at);
        await recordChanges(sql, writer.id, at, [await work(sql, at)].flat());
      });
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
  }
}

/**
 * Records what of these differs from what was recorded last. Formulas change with the program and limits may be changed
 * in the database by hand: a start tells it, and the first one tells how it began.
 */
export async function recordFound(
  database: Database,
  clock: Clock,
  subject: AdminSubject,
  found: Found,
): Promise<void> {
  await database.transaction(async (sql) => {
    await lockEvents(sql);
    const told = await sql.query<{ id: string; after: object | null }>(
      `SELECT DISTINCT ON (subject_id) subject_id AS id, after FROM ticket.admin_event WHERE subject_kind = $1
       ORDER BY subject_id, seq DESC`,
      [subject],
    );
    const before = new Map(told.map(({ id, after }) => [id, after]));
    const changes = [...found].flatMap(([subjectId, after]): AdminChange[] => {
      const known = before.get(subjectId) ?? null;
      if (known && canonicalJson(known) === canonicalJson(after)) return [];
      return [{ subject, subjectId, action: known ? 'edit' : 'create', before: known, after }];
    });
    await recordChanges(sql, 'system', clock.now(), changes);
  });
}

/** Rows by what names them. */
type Found = ReadonlyMap<string, object>;

/** Whoever records within a transaction of their own takes this first. */
export async function lockEvents(sql: Sql): Promise<void> {
  await holdToTheEnd(sql, 'adminEvents');
}

/** Chains the changes onto the events there are. The caller's transaction holds the lock. */
export async function recordChanges(sql: Sql, actor: string, at: Date, changes: readonly AdminChange[]): Promise<void> {
  const last = await sql.one<{ seq: string; hash: Buffer }>(
    `SELECT seq, hash FROM ticket.admin_event ORDER BY seq DESC LIMIT 1`,
    [],
  );
  let [seq, hash] = [Number(last?.seq ?? 0), last?.hash ?? chainStart];
  for (const change of changes) {
    seq += 1;
    hash = chainAdminEvent(hash, { ...change, seq, at, actor });
    const { subject, subjectId, action, before, after } = change;
    await sql.query(
      `INSERT INTO ticket.admin_event (seq, at, actor, subject_kind, subject_id, name, before, after, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [seq, at, actor, subject, subjectId, action, json(before), json(after), hash],
    );
  }
}

const json = (value: object | null): string | null => value && JSON.stringify(value);
