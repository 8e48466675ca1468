import { createTestDatabase } from '#testing/test-database';
import { openDataSource } from '../data-source';
import { firstIdAt } from '../uuid-v7';
import { ThirdPartyCopies1796000000021 } from './1796000000021-third-party-copies';

it('finds a place for copies of tickets that are older than the table', async () => {
  const database = await createTestDatabase();
  const source = await openDataSource({ databaseUrl: database.url, poolSize: 2 });
  const runner = source.createQueryRunner();
  const migration = new ThirdPartyCopies1796000000021();
  const [from, before] = ['2025-01-01', '2025-02-01'].map((day) => firstIdAt(new Date(`${day}T00:00+08:00`)));
  await migration.down(runner);
  await runner.query(
    `CREATE TABLE ticket.ticket_y2025m01 PARTITION OF ticket.ticket FOR VALUES FROM ('${from}') TO ('${before}')`,
  );
  await migration.up(runner);
  const add = `INSERT INTO ticket.third_party_copy_y2025m01 (ticket_id, id, seq, number, recipient, purpose, printed, sha256, by_account, at)
    VALUES ($1, $1, 2, '', '', '', '{}', '', '', now()) RETURNING seq`;
  expect(await runner.query(add, [from])).toEqual([{ seq: 2 }]);
  await runner.release();
  await source.destroy();
  await database.drop();
});
