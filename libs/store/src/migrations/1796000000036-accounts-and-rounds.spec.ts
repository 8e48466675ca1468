import { createTestDatabase } from '#testing/test-database';
import { openDataSource } from '../data-source';
import { AccountsAndRounds1796000000036 } from './1796000000036-accounts-and-rounds';

it('leaves a username to whoever had it first, and tells the others apart by a number', async () => {
  const database = await createTestDatabase();
  const source = await openDataSource({ databaseUrl: database.url, poolSize: 2 });
  const runner = source.createQueryRunner();
  const migration = new AccountsAndRounds1796000000036();
  await migration.down(runner);
  const usernames = ['Agent', 'agent', 'ＡＧＥＮＴ', 'agent-2', '李Na'];
  for (const [day, username] of usernames.entries())
    await runner.query(
      `INSERT INTO ticket.account (id, username, name, roles, created_at)
       VALUES (gen_random_uuid(), $1, $1, '{agent}', '2026-01-01'::timestamptz + make_interval(days => $2))`,
      [username, day],
    );
  await migration.up(runner);
  expect(await runner.query(`SELECT name, username FROM ticket.account ORDER BY created_at`)).toEqual([
    { name: 'Agent', username: 'agent' },
    { name: 'agent', username: 'agent-3' },
    { name: 'ＡＧＥＮＴ', username: 'agent-4' },
    { name: 'agent-2', username: 'agent-2' },
    { name: '李Na', username: '李na' },
  ]);
  await runner.release();
  await source.destroy();
  await database.drop();
});
