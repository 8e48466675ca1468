import type { Database } from './database';
import type { Sql } from './sql';

/** What only one process does at a time; PostgreSQL knows each lock by its number alone. */
const advisoryLocks = {
  migrations: 12345000,
  partitions: 12345001,
  deadlineSeeds: 12345002,
  directorySeeds: 12345004,
  adminEvents: 12345005,
  retention: 12345006,
  anchors: 12345007,
  looseFiles: 12345008,
  issues: 12345009,
  supervisionNumbers: 12345010,
  lateness: 12345015,
  suggestions: 12345016,
  gamingSigns: 12345017,
  bulletins: 12345018,
} as const satisfies Record<string, number>;

export type AdvisoryLock = keyof typeof advisoryLocks;

/** Does the work once nobody else holds this lock. For a connection of its own, whose locks are not given back with it. */
export async function holding<Result>(sql: Sql, lock: AdvisoryLock, work: () => Promise<Result>): Promise<Result> {
  await sql.query(`SELECT pg_advisory_lock(${advisoryLocks[lock]})`);
  return work().finally(() => release(sql, lock));
}

/** Takes the lock once nobody else holds it, until the transaction ends. */
export async function holdToTheEnd(sql: Sql, lock: AdvisoryLock): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(${advisoryLocks[lock]})`);
}

/** Does the work unless another process is at it. */
export function unlessHeld(database: Database, lock: AdvisoryLock, work: () => Promise<void>): Promise<void> {
  return database.session(async (sql) => {
    const row = await sql.one<{ ours: boolean }>(`SELECT pg_try_advisory_lock(${advisoryLocks[lock]}) AS ours`);
    if (row?.ours) await work().finally(() => release(sql, lock));
  });
}

async function release(sql: Sql, lock: AdvisoryLock): Promise<void> {
  await sql.query(`SELECT pg_advisory_unlock(${advisoryLocks[lock]})`);
}
