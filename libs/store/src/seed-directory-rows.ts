import { keepPlaceVersions } from './place-versions';
import type { Sql } from './sql';

export interface PlaceSeed {
  code: string;
  name: string;
  parent_code: string | null;
}

export interface DepartmentSeed {
  id: string;
  code: string;
  name: string;
  parent_id: string | null;
  group: string;
}

/** Since when the first directory holds. */
const begun = new Date('2020-01-01T00:00:00+08:00');

/** Writes the first directory of an empty system, parents together with their children. */
export async function seedPlaces(
  sql: Sql,
  seeds: { departments: readonly DepartmentSeed[]; areas: readonly PlaceSeed[]; categories: readonly PlaceSeed[] },
): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.department (id, code, name, parent_id, "group", valid_from)
     SELECT id, code, name, parent_id, "group", '2020-01-01' FROM jsonb_populate_recordset(null::ticket.department, $1)`,
    [JSON.stringify(seeds.departments)],
  );
  for (const [table, rows] of [
    ['area', seeds.areas],
    ['category', seeds.categories],
  ] as const) {
    await sql.query(
      `INSERT INTO ticket.${table} (code, name, parent_code)
       SELECT code, name, parent_code FROM jsonb_populate_recordset(null::ticket.${table}, $1)`,
      [JSON.stringify(rows)],
    );
    await keepPlaceVersions(
      sql,
      table,
      rows.map(({ code }) => code),
      begun,
    );
  }
  const ids = seeds.departments.map(({ id }) => id);
  await keepPlaceVersions(sql, 'department', ids, begun);
}
