import { createHmac, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#testing/test-database';
import { openDataSource } from './data-source';
import { Database } from './database';
import { openHouseKeys } from './house-keys';
import { MasterKey, WrongMasterKey } from './master-key';

describe('the keys of a database', () => {
  const [master, other] = [new MasterKey(randomBytes(32)), new MasterKey(randomBytes(32))];
  let stand: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeEach(async () => {
    stand = await createTestDatabase();
    dataSource = await openDataSource({ databaseUrl: stand.url, poolSize: 4 });
    database = new Database(dataSource);
  });
  afterEach(async () => {
    await database.close();
    await dataSource.destroy();
    await stand.drop();
  });

  it('are made once, however many replicas start together, and are the same ever after', async () => {
    const together = await Promise.all([1, 2, 3].map(() => openHouseKeys(database, master)));
    const again = await openHouseKeys(database, master);
    expect(together).toEqual([again, again, again]);
  });

  it('open with no other master key, which writes nothing', async () => {
    const keys = await openHouseKeys(database, master);
    await expect(openHouseKeys(database, other)).rejects.toThrow(WrongMasterKey);
    expect(await openHouseKeys(database, master)).toEqual(keys);
    expect(await database.sql.query(`SELECT DISTINCT master_id FROM ticket.house_key`)).toHaveLength(1);
  });

  it('are not put in each other’s place', async () => {
    await openHouseKeys(database, master);
    await database.sql.query(
      `UPDATE ticket.house_key SET wrapped = (SELECT wrapped FROM ticket.house_key WHERE purpose = 'citizen-id') WHERE purpose = 'phone-search'`,
    );
    await expect(openHouseKeys(database, master)).rejects.toThrow();
  });

  describe('from before the keys were rows of their own', () => {
    beforeEach(async () => {
      const digest = createHmac('sha256', master.derive('key-check')).update('hotline-12345').digest();
      await database.sql.query(`INSERT INTO ticket.master_key_check (digest) VALUES ($1)`, [digest]);
    });

    it('are those that were derived from the master key', async () => {
      const keys = await openHouseKeys(database, master);
      expect(keys.digests['phone-search']).toEqual(master.derive('phone-search'));
      expect(keys.wraps.get(1)).toEqual(master.derive('citizen-wrap'));
    });

    it('open with no other master key', async () => {
      await expect(openHouseKeys(database, other)).rejects.toThrow(WrongMasterKey);
      expect(await database.sql.query(`SELECT 1 FROM ticket.house_key`)).toHaveLength(0);
    });
  });
});
