import type { Sql } from '../sql';
import { BackupRefused } from './backup-refused';
import { houseSchemas, keptTables, sequenceNames, type HouseSchema, type HouseTable } from './house-tables';

/** Whatever somebody made here; what an extension brought is nobody's data. */
const anything = `
SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'S', 'v', 'm', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = ANY($1) ORDER BY 1 LIMIT 1`;

/** @throws BackupRefused unless the database is empty */
export async function refuseUsed(sql: Sql): Promise<void> {
  const found = await sql.one<{ name: string }>(anything, [houseSchemas]);
  if (!found) return;
  throw new BackupRefused(
    `The database is not empty (it holds ${found.name}), and a backup is restored into an empty one only, so that nothing is lost or mixed: make a new database and name it in DATABASE_URL, or name a new directory in DATA_DIR. Nothing was written.`,
  );
}

const shapeOf = (tables: readonly HouseTable[]): string[] =>
  tables.map(({ name, columns }) => `${name} (${columns.toSorted().join(', ')})`);

/** Names of tables and columns go into statements: only those that the migrations themselves made. @throws BackupRefused */
export async function refuseUnlike(sql: Sql, { tables, sequences }: HouseSchema): Promise<void> {
  const made = [...shapeOf(await keptTables(sql)), ...(await sequenceNames(sql))];
  const kept = [...shapeOf(tables), ...sequences.map(({ name }) => name)];
  const [unlike] = [...kept.filter((each) => !made.includes(each)), ...made.filter((each) => !kept.includes(each))];
  if (unlike === undefined) return;
  throw new BackupRefused(
    `The backup does not fit what its migrations make: ${unlike}. Restore it with the very version that made it. Nothing was written.`,
  );
}

/** @throws BackupRefused */
export function refuseOtherCount({ name, rows }: HouseSchema['tables'][number], taken: number, kept: number): void {
  if (taken === rows && kept === rows) return;
  throw new BackupRefused(
    `${name}: the backup says ${rows} rows, its part holds ${taken}, and ${kept} came into the database. Nothing was restored: take another backup.`,
  );
}
