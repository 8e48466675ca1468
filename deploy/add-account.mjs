// Adds an account to a production system, which begins with none:
//   ACCOUNT_PASSWORD=… npm run add-account -- USERNAME NAME ROLE[,ROLE] [DEPARTMENT-CODE]
// Into DATABASE_URL, or the embedded database of this clone, running or not. Needs the built services and a system that
// was started once. An account that exists already is left as it is.
import { hash } from '@node-rs/argon2';
import accountRows from '#store/account-rows';
import dataSources from '#store/data-source';
import databases from '#store/database';
import uuids from '#store/uuid-v7';
import databasesInReach from '#hotline/backend/reachable-database';
import roleTable from '#ticket/role';

const usage = 'ACCOUNT_PASSWORD=… npm run add-account -- USERNAME NAME ROLE[,ROLE] [DEPARTMENT-CODE]';
const refuse = (reason) => {
  console.error(reason);
  process.exit(1);
};

const [username, name, roleList, departmentCode] = process.argv.slice(2).filter((word) => word !== '--help');
const { ACCOUNT_PASSWORD: password = '' } = process.env;
const roles = roleList?.split(',') ?? [];
const unknown = roles.filter((role) => !(role in roleTable.roles));

if (!username || !name || roles.length === 0) refuse(usage);
if (unknown.length > 0)
  refuse(`no such role: ${unknown.join(', ')}; there are ${Object.keys(roleTable.roles).join(', ')}`);
if (password.length < 12) refuse('ACCOUNT_PASSWORD needs 12 characters at least');

const target = await databasesInReach.reachDatabase(process.env).catch((error) => refuse(error.message));
const dataSource = await dataSources.openDataSource({ databaseUrl: target.url, poolSize: 2 });
const { sql } = new databases.Database(dataSource);
try {
  const department =
    departmentCode && (await sql.one('SELECT id FROM ticket.department WHERE code = $1', [departmentCode]));
  const belongs = roles.some((role) => roleTable.roles[role].scope === 'department');
  if (departmentCode && !department) throw new Error(`no department has the code ${departmentCode}`);
  if (belongs && !department) throw new Error(`${roles.join(', ')} belongs to a department: give its code`);
  if (await sql.one('SELECT 1 FROM ticket.account WHERE username = $1', [username]))
    throw new Error(`${username} exists already`);
  const account = { id: uuids.uuidV7(new Date()), username, name, roles, demo: false };
  const passwordHash = await hash(password);
  await accountRows.addAccounts(sql, [{ ...account, passwordHash, departmentId: department?.id ?? null }]);
  console.log(`${username} may sign in as ${roles.join(', ')}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await dataSource.destroy();
  await target.close();
}
process.exit();
