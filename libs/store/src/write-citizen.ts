import { citizenRow, noContact, openContact, type Contact } from './citizen';
import type { KeyRing } from './key-ring';
import type { Sql } from './sql';

/** Stores what was given later of a citizen, beside what is known of them, and says what of the ticket it changes. */
export async function writeCitizen(
  sql: Sql,
  keys: KeyRing,
  knownId: string | null,
  given: Partial<Contact>,
): Promise<{ citizenId: string | null; reachable: boolean; numberChanged: boolean }> {
  const known = { ...noContact, ...(knownId && (await readContact(sql, keys, knownId))) };
  const contact = { ...known, ...given };
  // Registration fixes the number; one that is given for the first time changes nothing.
  const numberChanged = known.phone !== null && contact.phone !== known.phone;
  const row = citizenRow(keys, contact);
  if (!row) return { citizenId: null, reachable: false, numberChanged };
  await sql.query(
    `INSERT INTO ticket.citizen (id, phone_hash, sealed, wrapped_key) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
    [row.id, row.phone_hash, row.sealed, row.wrapped_key],
  );
  return { citizenId: row.id, reachable: contact.phone !== null, numberChanged };
}

/** What is known of a citizen; null when the row is gone. */
export async function readContact(sql: Sql, keys: KeyRing, id: string): Promise<Contact | null> {
  const row = await sql.one<{ sealed: Buffer; wrapped_key: Buffer }>(
    `SELECT sealed, wrapped_key FROM ticket.citizen WHERE id = $1`,
    [id],
  );
  return openContact(keys, row);
}
