import { randomBytes } from './random-bytes';

/** A UUIDv7 of this instant: ids sort by time, so "newest first" is the order of the key. */
export function uuidV7(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  return asUuid(bytes);
}

/** An id for a row that belongs to a ticket, in the ticket's own month, so that its partition is known from either id. */
export function uuidInMonthOf(ticketId: string): string {
  const bytes = randomBytes(16);
  Buffer.from(ticketId.replaceAll('-', ''), 'hex').copy(bytes, 0, 0, 6);
  return asUuid(bytes);
}

/** The smallest id an instant can have: where a time range begins in the order of ids. No id is older than 1970. */
export const firstIdAt = (at: Date): string => {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

export const instantOf = (id: string): Date => new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16));

export const isUuid = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);

/** Counts the ids of this process, so that those of one millisecond have an order too (RFC 9562, method 1); 26 bits. */
let counter = 0;
const counterEnd = 2 ** 26;

/** Version, variant and counter in their places; 48 random bits stay. */
function asUuid(bytes: Buffer): string {
  counter = (counter + 1) % counterEnd;
  bytes[6] = 0x70 | (counter >>> 22);
  bytes[7] = (counter >>> 14) & 0xff;
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f);
  bytes[9] = counter & 0xff;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const nothing = '00000000-0000-0000-0000-000000000000';

/** What a filter by id compares with: an id that is none names nothing, and is not refused. */
export const idOrNothing = (id: string): string => (isUuid(id) ? id : nothing);
