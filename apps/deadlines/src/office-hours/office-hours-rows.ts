import type { Sql } from '#store/sql';
import type { KeptHours } from './offices';

/** Every version of every office's hours: the house first, then by department, the newest version first. */
export const readOfficeHours = (sql: Sql): Promise<readonly KeptHours[]> =>
  sql.query<KeptHours & Record<string, unknown>>(
    `SELECT id, department_id AS "departmentId", version, sessions, seasons, source FROM deadlines.office_hours
     ORDER BY department_id NULLS FIRST, version DESC`,
    [],
  );

export async function insertOfficeHours(sql: Sql, hours: KeptHours): Promise<void> {
  const { id, departmentId, version, sessions, seasons = [], source } = hours;
  await sql.query(
    `INSERT INTO deadlines.office_hours (id, department_id, version, sessions, seasons, source) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, departmentId, version, sessions && JSON.stringify(sessions), JSON.stringify(seasons), source],
  );
}
