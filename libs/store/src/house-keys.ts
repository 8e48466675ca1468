import { createHmac } from 'node:crypto';
import type { Database } from './database';
import { digestPurposes, type DigestPurpose, type KeySet } from './key-ring';
import { WrongMasterKey, type MasterKey } from './master-key';
import { randomBytes } from './random-bytes';
import type { Sql } from './sql';

/** A key of the house as the database keeps it: wrapped by a master key. Only `citizen-wrap` has more than one generation. */
interface HouseKeyRow {
  [column: string]: unknown;
  purpose: Purpose;
  generation: number;
  wrapped: Buffer;
  masterId: Buffer;
  inUse: boolean;
}

type Purpose = DigestPurpose | 'citizen-wrap';
const purposes: readonly Purpose[] = [...digestPurposes, 'citizen-wrap'];

/** A key in the clear. */
export interface HouseKey {
  readonly purpose: Purpose;
  readonly generation: number;
  readonly key: Buffer;
}

const aboutOf = ({ purpose, generation }: Pick<HouseKey, 'purpose' | 'generation'>): string =>
  `${purpose}/${generation}`;

/** The house's keys, made at the first start. @throws WrongMasterKey when another master key wraps them. */
export async function openHouseKeys(database: Database, master: MasterKey): Promise<KeySet> {
  return (await readHouseKeys(database.sql, master)) ?? (await makeHouseKeys(database, master));
}

/** Null when some of them are still to be made. @throws WrongMasterKey */
export async function readHouseKeys(sql: Sql, master: MasterKey): Promise<KeySet | null> {
  const keys = await unwrapHouseKeys(sql, master);
  if (purposes.some((purpose) => !keys.some((each) => each.purpose === purpose))) return null;
  return keySet(keys);
}

function keySet(keys: readonly (HouseKey & { inUse: boolean })[]): KeySet {
  const digests = digestPurposes.map((purpose) => [purpose, keys.find((each) => each.purpose === purpose)?.key]);
  const wraps = keys.filter(({ purpose }) => purpose === 'citizen-wrap');
  const current = wraps.findLast(({ inUse }) => inUse);
  if (!current) throw new Error('no generation of the citizens’ keys is in use');
  return {
    digests: Object.fromEntries(digests) as KeySet['digests'],
    wraps: new Map(wraps.map(({ generation, key }) => [generation, key])),
    generation: current.generation,
  };
}

/** Makes the keys that are missing. Replicas that start together make them once. */
async function makeHouseKeys(database: Database, master: MasterKey): Promise<KeySet> {
  await database.transaction(async (sql) => {
    await sql.query(`LOCK TABLE ticket.house_key IN EXCLUSIVE MODE`);
    const known = await sql.query<{ purpose: Purpose }>(`SELECT DISTINCT purpose FROM ticket.house_key`, []);
    const missing = purposes.filter((purpose) => !known.some((each) => each.purpose === purpose));
    const keyOf = await inherited(sql, master);
    for (const purpose of missing) await addHouseKey(sql, master, { purpose, generation: 1, key: keyOf(purpose) });
    await sql.query(`DELETE FROM ticket.master_key_check`);
  });
  const keys = await readHouseKeys(database.sql, master);
  if (!keys) throw new Error('the house’s keys were made and are not there');
  return keys;
}

/** A database from before the keys were rows of their own derived them from its master key; a new one draws them. */
async function inherited(sql: Sql, master: MasterKey): Promise<(purpose: Purpose) => Buffer> {
  const check = await sql.one<{ digest: Buffer }>(`SELECT digest FROM ticket.master_key_check`, []);
  if (!check) return () => randomBytes(32);
  const digest = createHmac('sha256', master.derive('key-check')).update('hotline-12345').digest();
  if (!digest.equals(check.digest)) throw new WrongMasterKey();
  return (purpose) => master.derive(purpose);
}

/** Keeps a key wrapped by this master key. Nobody wraps with it before every process has had the time to learn it. */
export async function addHouseKey(sql: Sql, master: MasterKey, added: HouseKey, learnSeconds = 0): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.house_key (purpose, generation, master_id, wrapped, uses_from)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5)) ON CONFLICT DO NOTHING`,
    [added.purpose, added.generation, master.id, master.wrap(added.key, aboutOf(added)), learnSeconds],
  );
}

/**
 * Every key that this master key wraps, in the clear, the oldest generation first; none when there are no keys yet.
 * @throws WrongMasterKey
 */
export async function unwrapHouseKeys(sql: Sql, master: MasterKey): Promise<(HouseKey & { inUse: boolean })[]> {
  // All of them in one statement: what another replica adds between two would look like another master key's.
  const rows = await sql.query<HouseKeyRow>(
    `SELECT purpose, generation, wrapped, master_id AS "masterId", uses_from <= clock_timestamp() AS "inUse"
     FROM ticket.house_key ORDER BY generation`,
    [],
  );
  const ours = rows.filter(({ masterId }) => masterId.equals(master.id));
  if (rows.length > 0 && ours.length === 0) throw new WrongMasterKey();
  return ours.map((row) => ({ ...row, key: master.unwrap(row.wrapped, aboutOf(row)) }));
}
