import { reachDatabase } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import { username as usernameShape } from '#http-api/username';
import { addAccounts } from '#store/account-rows';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { DatabaseClock } from '#store/database-clock';
import { openDataSource } from '#store/data-source';
import { migrate } from '#store/migrate';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { firstPassword, hashFirstPassword } from '#platform/passwords';
import { runToExit } from '#platform/run-to-exit';

const usage = `npm run admin -- USERNAME [NAME] [--again]

Makes the first administrator, in DATABASE_URL or the embedded database of this clone, running or not, and prints a
first password, which is changed at the first sign-in. All other users are made by an administrator, at 用户管理.
--again makes another one although somebody can sign in as administrator: for when nobody knows their password any more.`;

interface Wanted {
  readonly username: string;
  readonly name: string;
  readonly again: boolean;
}

function wantedOf(words: readonly string[]): Wanted {
  const [given, name = '系统管理员', ...rest] = words.filter((word) => !word.startsWith('--'));
  const strange = words.filter((word) => word.startsWith('--') && word !== '--again');
  if (!given || rest.length > 0 || strange.length > 0) throw new StartRefused(usage);
  // The login page takes no other.
  const read = usernameShape.safeParse(given);
  if (!read.success) throw new StartRefused(`${given} is no username: 2 to 60 letters, digits and . - _ @.`);
  return { username: read.data, name, again: words.includes('--again') };
}

/** @throws StartRefused when there is one already, or the username is taken */
async function addAdministrator(database: Database, { username, name, again }: Wanted): Promise<string> {
  const clock = new DatabaseClock(database);
  await clock.start();
  const [id, password] = [uuidV7(clock.now()), firstPassword()];
  const passwordHash = await hashFirstPassword(password);
  const account = { id, username, name, passwordHash, roles: ['admin'], departmentId: null, demo: false } as const;
  const work = async (sql: Sql) => {
    await refuseTaken(sql, username, again);
    await addAccounts(sql, [{ ...account, mustChangePassword: true }]);
    return {
      subject: 'account',
      subjectId: id,
      action: 'create',
      before: null,
      after: { username, name, roles: ['admin'] },
    } as const;
  };
  await new Administration(database, clock).write({ id: 'system' }, work).finally(() => clock.stop());
  return password;
}

async function refuseTaken(sql: Sql, username: string, again: boolean): Promise<void> {
  if (await sql.one(`SELECT 1 FROM ticket.account WHERE username = $1`, [username]))
    throw new StartRefused(`${username} exists already: choose another username.`);
  const other = await sql.one<{ username: string }>(
    `SELECT username FROM ticket.account WHERE 'admin' = ANY(roles) AND disabled_at IS NULL AND NOT demo LIMIT 1`,
  );
  if (other && !again)
    throw new StartRefused(
      `${other.username} is an administrator already and can make others at 用户管理. If nobody can sign in as one: --again.`,
    );
}

async function main(): Promise<void> {
  const wanted = wantedOf(process.argv.slice(2));
  const target = await reachDatabase(process.env);
  try {
    await migrate(target.url);
    const dataSource = await openDataSource({ databaseUrl: target.url, poolSize: 2 });
    const database = new Database(dataSource);
    const password = await addAdministrator(database, wanted).finally(async () => {
      await database.close();
      await dataSource.destroy();
    });
    console.log(`${wanted.username} may sign in as administrator, with the password\n\n  ${password}\n`);
    console.log('It is shown this once, and has to be changed at the first sign-in.');
  } finally {
    await target.close();
  }
}

runToExit(main, [StartRefused]);
