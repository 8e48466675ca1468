import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/test-database';
import { HouseLogger } from './house-logger';

const secret = '张三丰住在三号楼';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `CREATE TABLE secrets (text text PRIMARY KEY, other text CHECK (other IS NULL), day date NOT NULL)`,
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What stands in the log after the error of this statement. */
async function logged(statement: string, values: unknown[]): Promise<string> {
  const error: unknown = await client.query(statement, values).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  return told((log) => log.error(error));
}

function told(say: (log: HouseLogger) => void): string {
  let text = '';
  say(new HouseLogger('trace', { write: (line) => (text += line) }));
  return text;
}

describe('the log', () => {
  it.each([
    ['a row that breaks a constraint', `INSERT INTO secrets VALUES ($1, $1, now())`, '23514', 'secrets_other_check'],
    ['a row that lacks something', `INSERT INTO secrets VALUES ($1, NULL, NULL)`, '23502', 'not-null'],
    [
      'a row that exists',
      `INSERT INTO secrets SELECT $1, NULL, now() FROM generate_series(1, 2)`,
      '23505',
      'secrets_pkey',
    ],
    ['a text that is no date', `SELECT $1::text::date`, '22007', 'PostgreSQL 22007'],
    ['a text that is no id', `SELECT $1::text::uuid`, '22P02', 'PostgreSQL 22P02'],
    ['a search that cannot be read', `SELECT to_tsquery('simple', $1 || ' & &')`, '42601', 'PostgreSQL 42601'],
  ])('says what the database refused and where, and nothing of what was written: %s', async (_, sql, code, word) => {
    const text = await logged(sql, [secret]);
    expect(text).toContain(code);
    expect(text).toContain(word);
    expect(text).toMatch(/ at .*house-logger\.spec\.ts/);
    expect(text).not.toContain(secret.slice(0, 4));
  });

  it('says nothing of a text that could not be read, nor of what else an error carries', () => {
    const unread = told((log) => {
      try {
        JSON.parse(secret);
      } catch (error) {
        log.error(error);
      }
    });
    expect(unread).toContain('SyntaxError');
    const carrying = told((log) => log.error(Object.assign(new Error('refused'), { parameters: [secret] })));
    expect(carrying).toContain('refused');
    expect(unread + carrying).not.toContain(secret.slice(0, 1));
  });

  it('keeps of a stack that comes as text the places only', () => {
    const text = told((log) => log.error('it failed', `Error: ${secret}\n    at here (file.ts:1:2)`, 'somewhere'));
    expect(JSON.parse(text)).toMatchObject({
      context: 'somewhere',
      msg: 'it failed',
      stack: '    at here (file.ts:1:2)',
    });
  });
});
