import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './test-database';

describe('a database per test file', () => {
  let databases: TestDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  it('keeps what one file writes from the other files', async () => {
    databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const [one, other] = await Promise.all(databases.map(async ({ url }) => connected(url)));
    await one?.query('CREATE TABLE only_here (id int)');
    await expect(other?.query('SELECT * FROM only_here')).rejects.toThrow('does not exist');
    await Promise.all([one?.end(), other?.end()]);
  });

  it('sorts by code point and knows Chinese text, whatever the machine says', async () => {
    const client = await connected(databases[0]?.url ?? '');
    const { rows } = await client.query(
      `SELECT upper('é') AS upper, length('噪音扰民') AS length, 'Z' < 'a' AS ordered`,
    );
    expect(rows).toEqual([{ upper: 'É', length: 4, ordered: true }]);
    await client.end();
  });
});

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
