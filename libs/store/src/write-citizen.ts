import { citizenRow, type Contact } from './citizen';
import type { KeyRing } from './key-ring';
import type { Sql } from './sql';

/** Stores a contact given later, and says what of the ticket it changes. */
export async function writeCitizen(
  sql: Sql,
  keys: KeyRing,
  contact: Contact,
): Promise<{ citizenId: string | null; reachable: boolean }> {
  const row = citizenRow(keys, contact);
  if (!row) return { citizenId: null, reachable: false };
  await sql.query(
    `INSERT INTO ticket.citizen (id, phone_hash, sealed, wrapped_key) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
    [row.id, row.phone_hash, row.sealed, row.wrapped_key],
  );
  return { citizenId: row.id, reachable: contact.phone !== null };
}
