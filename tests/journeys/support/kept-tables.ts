import type { Sql } from '#store/sql';

const tables = [
  'ticket',
  'assignment',
  'rating',
  'return_request',
  'look',
  'third_party_copy',
  'supervision',
  'rung',
  'history',
  'citizen',
  'admin_event',
  'anchor',
  'anchored_head',
];

/** Keeps what a story has written, so that each test may falsify it in its own way. */
export async function keepTables(sql: Sql): Promise<() => Promise<void>> {
  for (const table of tables) await sql.query(`CREATE TABLE kept_${table} AS TABLE ticket.${table}`);
  return async () => {
    for (const table of tables) {
      await sql.query(`DELETE FROM ticket.${table}`);
      await sql.query(`INSERT INTO ticket.${table} SELECT * FROM kept_${table}`);
    }
  };
}
