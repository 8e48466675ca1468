import { unlikeAccounts, type KeptAccount } from '#store/accounts-told';
import type { Database } from '#store/database';
import { readAdminEvents } from '#store/read-admin-events';
import type { Break } from './break';

const accounts = `
SELECT id, name, roles, department_id AS "departmentId", disabled_at AS "disabledAt", external_subject AS "externalSubject", demo
FROM ticket.account ORDER BY id`;

/** Verifies who may do what against the administrative events that told it last, as one snapshot shows both. */
export const accountBreaks = (database: Database): Promise<Break[]> =>
  database.transaction(async (sql) => {
    await sql.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    const kept = await sql.query<KeptAccount>(accounts, []);
    return unlikeAccounts(await readAdminEvents(sql), kept).map(({ id, fault }) => ({ where: `account ${id}`, fault }));
  });
