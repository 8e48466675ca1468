import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { Sql } from './sql';

/** The one way to PostgreSQL for hand-written statements; it shares TypeORM's pool. */
@Injectable()
export class Database {
  private readonly pool: Pool;
  readonly sql: Sql;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.sql = new Sql(this.pool as unknown as PoolClient);
  }

  /** Commits when `work` resolves, rolls back when it throws. `opening` is sent along with BEGIN in the same trip. */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>, opening = ''): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN;${opening}`);
      const result = await work(new Sql(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = await rollback(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** A connection of its own for as long as `work` lasts, for advisory locks and the like. */
  async session<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      return await work(new Sql(client));
    } finally {
      client.release();
    }
  }
}

/** A connection that cannot even roll back is thrown away. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
