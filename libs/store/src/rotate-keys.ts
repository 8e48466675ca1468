import { setTimeout as pause } from 'node:timers/promises';
import { lockEvents, recordChanges } from './administration';
import { asBytea } from './citizen';
import type { Database } from './database';
import { databaseTime } from './database-time';
import { addHouseKey, readHouseKeys, unwrapHouseKeys } from './house-keys';
import { KeyRing } from './key-ring';
import type { MasterKey } from './master-key';
import { beforeEveryId, pagesAfter } from './pages-after';
import { randomBytes } from './random-bytes';
import type { Sql } from './sql';

export interface Rotation {
  readonly from: MasterKey;
  readonly to: MasterKey;
  /** How long running processes are given to learn the new generation, before they use it and again before data keys are rewrapped. */
  readonly learnSeconds: number;
}

/** A pass over the citizens, so many at a time. */
const batch = 1_000;

/**
 * Wraps all keys of the house by the new master key, beside the old one, and adds a generation under which the
 * citizens' data keys are wrapped anew, all while the services run. Nothing is lost when it breaks off: both master
 * keys open everything until `finishRotation`.
 * @returns how many data keys were rewrapped.
 */
export async function rotateKeys(
  database: Database,
  rotation: Rotation,
  advance: (citizens: number) => void,
): Promise<number> {
  await addGeneration(database, rotation);
  await pause(2_000 * rotation.learnSeconds);
  const keys = await readHouseKeys(database.sql, rotation.to);
  if (!keys) throw new Error('the house’s keys are not there any more');
  return rewrapAll(database, new KeyRing(keys), advance);
}

/** The old master key opens nothing from here on. */
export async function finishRotation(database: Database, master: MasterKey): Promise<void> {
  await readHouseKeys(database.sql, master);
  await database.sql.count(`DELETE FROM ticket.house_key WHERE master_id <> $1`, [master.id]);
}

async function addGeneration(database: Database, { from, to, learnSeconds }: Rotation): Promise<void> {
  await database.transaction(async (sql) => {
    await lockEvents(sql);
    await sql.query(`LOCK TABLE ticket.house_key IN EXCLUSIVE MODE`);
    const known = await unwrapHouseKeys(sql, from);
    for (const each of known) await addHouseKey(sql, to, each);
    const last = Math.max(...known.map(({ generation }) => generation));
    const next = { purpose: 'citizen-wrap', generation: last + 1, key: randomBytes(32) } as const;
    for (const master of [from, to]) await addHouseKey(sql, master, next, learnSeconds);
    await recordRotation(sql, { generation: last, master: idOf(from) }, { generation: last + 1, master: idOf(to) });
  });
}

const idOf = (master: MasterKey): string => master.id.toString('hex');

/** At the database's time: a tool has no clock of its own. */
async function recordRotation(sql: Sql, before: object, after: object): Promise<void> {
  const at = await databaseTime(sql);
  await recordChanges(sql, 'system', at, [
    { subject: 'keys', subjectId: 'citizen-wrap', action: 'rotate', before, after },
  ]);
}

/** Passes until one finds nothing left: citizens are registered meanwhile. */
async function rewrapAll(database: Database, keys: KeyRing, advance: (citizens: number) => void): Promise<number> {
  let [rewrapped, last] = [0, -1];
  for (; last !== 0; rewrapped += last) {
    last = 0;
    for (const table of sealedTables) last += await rewrapPass(database, keys, { table, advance });
  }
  return rewrapped;
}

/** Where rows lie of which something is sealed under a data key of their own: `id`, `sealed`, `wrapped_key`. */
const sealedTables = [
  'ticket.citizen',
  'ticket.channel_client',
  'ticket.visit',
  'intake.draft',
  'intake.call',
  'intake.harassment_mark',
  'intake.message_settings',
] as const;
type SealedTable = (typeof sealedTables)[number];

async function rewrapPass(
  database: Database,
  keys: KeyRing,
  { table, advance }: { table: SealedTable; advance: (rows: number) => void },
): Promise<number> {
  let rewrapped = 0;
  const read = (last: string) =>
    database.sql.query<{ id: string; wrapped_key: Buffer }>(
      `SELECT id, wrapped_key FROM ${table} WHERE id > $1 AND wrapped_key IS NOT NULL ORDER BY id LIMIT ${batch}`,
      [last],
    );
  for await (const rows of pagesAfter(beforeEveryId, read, ({ id }) => id)) {
    const changed = rows.flatMap(({ id, wrapped_key: old }) => {
      const wrapped = keys.rewrap(old);
      return wrapped ? [{ id, sealed: asBytea(old), wrapped_key: asBytea(wrapped) }] : [];
    });
    if (changed.length > 0) await writeWrapped(database, table, changed);
    rewrapped += changed.length;
    advance(changed.length);
  }
  return rewrapped;
}

/** Only where the data key still is the one that was read: `sealed` carries it, since a citizen may be erased and a draft be saved meanwhile. */
async function writeWrapped(database: Database, table: SealedTable, changed: readonly object[]): Promise<void> {
  await database.sql.query(
    `UPDATE ${table} c SET wrapped_key = r.wrapped_key
     FROM json_populate_recordset(null::${table}, $1) r WHERE c.id = r.id AND c.wrapped_key = r.sealed`,
    [JSON.stringify(changed)],
  );
}
