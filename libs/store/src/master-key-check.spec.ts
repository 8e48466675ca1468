import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#testing/test-database';
import { openDataSource } from './data-source';
import { Database } from './database';
import { KeyRing } from './key-ring';
import { isMasterKeyOf } from './master-key-check';

describe('the master key of a database', () => {
  const [first, other] = [new KeyRing(randomBytes(32)), new KeyRing(randomBytes(32))];
  let stand: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeAll(async () => {
    stand = await createTestDatabase();
    dataSource = await openDataSource({ databaseUrl: stand.url, poolSize: 2 });
    database = new Database(dataSource);
  });
  afterAll(async () => {
    await database.close();
    await dataSource.destroy();
    await stand.drop();
  });

  it('is the first one it was opened with, and no other ever after', async () => {
    const { sql } = database;
    expect(await isMasterKeyOf(sql, first)).toBe(true);
    expect(await isMasterKeyOf(sql, other)).toBe(false);
    expect(await isMasterKeyOf(sql, first)).toBe(true);
  });
});
