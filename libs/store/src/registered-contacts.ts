import { noContact, openContact, type Contact } from './citizen';
import type { StoredLine } from './history-chain';
import type { KeyRing } from './key-ring';
import type { Sql } from './sql';

/** What a citizen gave at a registration, as far as it can still be read. */
export type RegisteredContact = Contact | 'erased' | 'unreadable';

interface CitizenSealed {
  [column: string]: unknown;
  id: string;
  sealed: Buffer;
  wrapped_key: Buffer;
}

/** Reads what these registrations' citizens gave, by their lines. */
export async function readRegisteredContacts(
  sql: Sql,
  keys: KeyRing,
  registrations: readonly StoredLine[],
): Promise<(registration: StoredLine | undefined) => RegisteredContact> {
  const ids = new Set(registrations.flatMap((line) => citizenOf(line) ?? []));
  const rows = await sql.query<CitizenSealed>(`SELECT id, sealed, wrapped_key FROM ticket.citizen WHERE id = ANY($1)`, [
    [...ids],
  ]);
  const known = new Map(rows.map((row) => [row.id, opened(keys, row)]));
  return (registration) => {
    if (!registration) return 'erased';
    const id = citizenOf(registration);
    return id === null ? noContact : (known.get(id) ?? 'erased');
  };
}

function citizenOf({ data: { citizenId } }: StoredLine): string | null {
  return typeof citizenId === 'string' ? citizenId : null;
}

function opened(keys: KeyRing, row: CitizenSealed): RegisteredContact {
  try {
    return openContact(keys, row) ?? 'erased';
  } catch {
    return 'unreadable';
  }
}
