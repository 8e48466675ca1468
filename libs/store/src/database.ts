import { Injectable } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { plannedEachTime, plannedOnce } from './data-source';
import { HeardClient } from './heard-client';
import { Months } from './months';
import { existingMonths } from './partitions';
import { Sql } from './sql';

/**
 * The one way to PostgreSQL for hand-written statements. `sql` shares TypeORM's pool and plans each statement once for
 * all values: look-ups by key find their month's partition when they run, and planning them anew cost more than running
 * them. `lists` plans with the values at hand: there a rare word and a common one want different plans. `derived` is for
 * what can be derived again: its commits do not wait for the disk, and what a crash takes of them the sweeps bring back.
 * Transactions have connections of their own: while one is open somebody reads beside it, and would wait for ever where all
 * the others had taken what it reads by.
 */
@Injectable()
export class Database {
  private readonly pool: Pool;
  private readonly listPool: Pool;
  private readonly derivedPool: Pool;
  private readonly heldPool: Pool;
  private readonly months = new Months();
  readonly sql: Sql;
  readonly lists: Sql;
  readonly derived: Sql;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.listPool = this.openPool('lists', plannedEachTime);
    this.derivedPool = this.openPool('derived', `${plannedOnce} -c synchronous_commit=off`);
    this.heldPool = this.openPool('held', plannedOnce);
    this.sql = new Sql(this.pool, 'prepared', this.months);
    this.lists = new Sql(this.listPool, 'planned-each-time', this.months);
    this.derived = new Sql(this.derivedPool, 'prepared', this.months);
  }

  /** A pool beside TypeORM's, a third as large. */
  private openPool(purpose: string, options: string): Pool {
    const { url, poolSize = 10 } = this.dataSource.options as { url?: string; poolSize?: number };
    const max = Math.max(3, Math.ceil(poolSize / 3));
    const application_name = `hotline ${purpose}`;
    const pool = new Pool({ connectionString: url, max, application_name, options, Client: HeardClient });
    pool.on('error', () => undefined);
    return pool;
  }

  /**
   * Commits when `work` resolves, rolls back when it throws. These tickets are locked first, in the order of their ids,
   * so that what `work` reads is what the one before it committed, and two who lock the same ones wait in a line.
   */
  transaction<Result>(work: (sql: Sql) => Promise<Result>, lockedTicketIds: readonly string[] = []): Promise<Result> {
    return this.within(this.heldPool, work, lockedTicketIds);
  }

  /** The same for what can be derived again. */
  derivedTransaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.within(this.derivedPool, work, []);
  }

  /** Reads lists as they were committed at one moment, however many statements that takes. */
  snapshot<Result>(read: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.within(
      this.listPool,
      async (sql) => {
        await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
        return read(sql);
      },
      [],
    );
  }

  private async within<Result>(
    pool: Pool,
    work: (sql: Sql) => Promise<Result>,
    lockedTicketIds: readonly string[],
  ): Promise<Result> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const mode = pool === this.listPool ? 'planned-each-time' : 'prepared';
      const sql = new Sql(client, mode, this.months);
      for (const id of lockedTicketIds.toSorted()) await sql.about(id).query(lock, [id]);
      const result = await work(sql);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = await rollback(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Learns which months have partitions; to be called at start and whenever some were made. */
  async learnMonths(): Promise<void> {
    this.months.know(await existingMonths(this.sql));
  }

  /** Closes what TypeORM does not know of. */
  async close(): Promise<void> {
    await Promise.all([this.listPool.end(), this.derivedPool.end(), this.heldPool.end()]);
  }

  /** A connection of its own for as long as `work` lasts, for advisory locks and the like. */
  async session<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      return await work(new Sql(client, 'prepared', this.months));
    } finally {
      client.release();
    }
  }
}

const lock = `SELECT 1 FROM ticket.ticket WHERE id = $1 FOR UPDATE`;

/** A connection that cannot even roll back is thrown away. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
