import { Database } from '../database';
import { openDataSource } from '../data-source';
import { ensurePartitions } from '../partitions';
import { createTestDatabase, type TestDatabase } from '#testing/test-database';
import { inSnapshot } from './in-snapshot';

let target: TestDatabase;
let database: Database;
beforeAll(async () => {
  target = await createTestDatabase();
  database = new Database(await openDataSource({ databaseUrl: target.url, poolSize: 4 }));
});
afterAll(async () => {
  await database.close();
  await database.dataSource.destroy();
  await target.drop();
});

const areas = `SELECT code FROM ticket.area WHERE code = 'while'`;
const far = new Date('2031-05-05T00:00:00+08:00');

describe('a backup that is under way', () => {
  it('sees nothing of what is written meanwhile', async () => {
    const seen = await inSnapshot(database, async (sql) => {
      await database.sql.query(`INSERT INTO ticket.area (code, name) VALUES ('while', '滨河社区')`);
      return sql.query(areas);
    });
    expect(seen).toEqual([]);
    expect(await database.sql.query(areas)).toHaveLength(1);
  });

  it('lets the house make the months to come', async () => {
    await inSnapshot(database, () => database.session((sql) => ensurePartitions(sql, far, far)));
    expect(await database.sql.query(`SELECT 1 FROM ticket.ticket_y2031m05`)).toEqual([]);
  });

  it('keeps a new version from changing a table until it is over', async () => {
    const change = () =>
      database.transaction(async (sql) => {
        await sql.query(`SET LOCAL lock_timeout = '100ms'`);
        await sql.query(`ALTER TABLE ticket.area ADD COLUMN more text`);
      });
    await inSnapshot(database, () => expect(change()).rejects.toThrow(/lock timeout/));
    await change();
  });
});
