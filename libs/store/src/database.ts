import { Injectable } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { Months } from './months';
import { existingMonths } from './partitions';
import { Sql } from './sql';

/**
 * The one way to PostgreSQL for hand-written statements. `sql` shares TypeORM's pool and plans each statement once for
 * all values: look-ups by key find their month's partition when they run, and planning them anew cost more than running
 * them. `lists` plans with the values at hand: there a rare word and a common one want different plans.
 */
@Injectable()
export class Database {
  private readonly pool: Pool;
  private readonly listPool: Pool;
  private readonly months = new Months();
  readonly sql: Sql;
  readonly lists: Sql;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    const { url, poolSize = 10 } = dataSource.options as { url?: string; poolSize?: number };
    const max = Math.max(2, Math.ceil(poolSize / 3));
    this.listPool = new Pool({ connectionString: url, max, application_name: 'hotline lists', options: '-c jit=off' });
    this.listPool.on('error', () => undefined);
    this.sql = new Sql(this.pool, 'prepared', this.months);
    this.lists = new Sql(this.listPool, 'planned-each-time', this.months);
  }

  /**
   * Commits when `work` resolves, rolls back when it throws. `lockedTicketId` is locked first, so that what `work` reads
   * is what the one before it committed.
   */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>, lockedTicketId?: string): Promise<Result> {
    const client = await this.borrow();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const sql = new Sql(client, 'prepared', this.months);
      if (lockedTicketId) await sql.about(lockedTicketId).query(lock, [lockedTicketId]);
      const result = await work(sql);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = await rollback(client);
      throw error;
    } finally {
      giveBack(client, broken);
    }
  }

  /** Learns which months have partitions; to be called at start and whenever some were made. */
  async learnMonths(): Promise<void> {
    this.months.know(await existingMonths(this.sql));
  }

  /** Closes what TypeORM does not know of. */
  async close(): Promise<void> {
    await this.listPool.end();
  }

  /** A connection of its own for as long as `work` lasts, for advisory locks and the like. */
  async session<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.borrow();
    try {
      return await work(new Sql(client, 'prepared', this.months));
    } finally {
      giveBack(client);
    }
  }

  /** While a connection is out of the pool, nobody but us hears that its server died; unheard, that ends the process. */
  private async borrow(): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.on('error', unheard);
    return client;
  }
}

/** The statement under way fails with the same reason, and whoever sent it is told. */
const unheard = (): void => undefined;

function giveBack(client: PoolClient, broken?: Error): void {
  client.off('error', unheard);
  client.release(broken);
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
