import { canonicalJson } from './canonical-json';
import type { KeyRing } from './key-ring';
import type { Sql } from './sql';

/** What a citizen gave of themselves at a registration. A phone number is a contact, not an identity. */
export interface Contact {
  name: string | null;
  phone: string | null;
  address: string | null;
  gender: string | null;
}

/** What somebody gave who gave nothing: no row is kept of it. */
export const noContact: Contact = { name: null, phone: null, address: null, gender: null };

/** A citizen's row: nothing in it can be read without the key. */
export interface CitizenRow {
  id: string;
  phone_hash: string | null;
  sealed: string;
  wrapped_key: string;
}

const isBlank = (contact: Contact): boolean => Object.values(contact).every((value) => !value);

/**
 * The row for a contact as it was given, or null when nothing was. The same words give the same row, so a repeated
 * caller is one citizen; other words give another, so nobody renames anybody and the number to call back stays what
 * it was at registration. The id is a keyed digest (UUIDv8): no look-up is needed before writing.
 */
export function citizenRow(keys: KeyRing, contact: Contact): CitizenRow | null {
  if (isBlank(contact)) return null;
  const plain = canonicalJson(contact);
  const { sealed, wrappedKey } = keys.seal(plain);
  return {
    id: digestUuid(keys.digest('citizen-id', plain)),
    phone_hash: contact.phone ? asBytea(phoneHash(keys, contact.phone)) : null,
    sealed: asBytea(sealed),
    wrapped_key: asBytea(wrappedKey),
  };
}

/** Each once, in the order of ids, so that two writers of the same citizens wait for each other and not in a circle. */
export function onceEach(citizens: readonly CitizenRow[]): CitizenRow[] {
  const rows = new Map(citizens.map((row) => [row.id, row]));
  return [...rows.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

export const phoneHash = (keys: KeyRing, phone: string): Buffer => keys.digest('phone-search', phone);

export function openContact(keys: KeyRing, row: { sealed: Buffer; wrapped_key: Buffer } | undefined): Contact | null {
  return row ? (JSON.parse(keys.open(row.sealed, row.wrapped_key)) as Contact) : null;
}

/** That a ticket `t` is of somebody who gave the number of this hash: of a switchboard's, any number of people. */
export const isOfNumber = (hash: string): string =>
  `t.citizen_id = ANY(ARRAY(SELECT n.id FROM ticket.citizen n WHERE n.phone_hash = ${hash}))`;

/** Citizens who gave this number, newest first, at most 50. */
export const citizensByPhone = (sql: Sql, keys: KeyRing, phone: string) =>
  sql.query<{ id: string; sealed: Buffer; wrapped_key: Buffer }>(
    `SELECT id, sealed, wrapped_key FROM ticket.citizen WHERE phone_hash = $1 ORDER BY created_at DESC LIMIT 50`,
    [phoneHash(keys, phone)],
  );

export const asBytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

function digestUuid(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
