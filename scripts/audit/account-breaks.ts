import { unlikeAccounts, type KeptAccount } from '#store/accounts-told';
import { readAdminEvents } from '#store/read-admin-events';
import type { Sql } from '#store/sql';
import type { Break } from './break';

/** Verifies who may do what against the administrative events that told it last. */
export async function accountBreaks(sql: Sql): Promise<Break[]> {
  // Events first: whoever is changed meanwhile is told by a later event, which the next audit reads.
  const accounts = await sql.query<KeptAccount>(
    `SELECT id, name, roles, department_id AS "departmentId", disabled_at AS "disabledAt",
       external_subject AS "externalSubject", demo FROM ticket.account ORDER BY id`,
    [],
  );
  return unlikeAccounts(await readAdminEvents(sql), accounts).map(({ id, fault }) => ({
    where: `account ${id}`,
    fault,
  }));
}
