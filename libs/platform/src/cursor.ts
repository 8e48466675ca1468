import { isUuid } from '#store/uuid-v7';
import { refusalAt } from './problems';

/** What the parts of a cursor are: it says after which row a page begins, and is opaque to the caller. */
const kinds = {
  id: isUuid,
  number: (part: string) => /^\d{1,9}$/.test(part),
  code: (part: string) => part.length <= 64 && !part.includes('\u0000'),
  day: (part: string) => /^\d{4}-\d\d-\d\d$/.test(part),
  /** As PostgreSQL or JSON write it; rows without a due time come last, at infinity. */
  instant: (part: string) =>
    part === 'infinity' || (/^\d{4,6}-\d\d-\d\dT[\d:.]+(Z|[+-][\d:]+)$/.test(part) && !Number.isNaN(Date.parse(part))),
} as const satisfies Record<string, (part: string) => boolean>;

export type CursorPart = keyof typeof kinds;

/** The parts of a cursor, null without one. @throws Refusal when it is not one that this list has given out. */
export function readCursor<const Parts extends readonly CursorPart[]>(
  cursor: string | undefined,
  ...parts: Parts
): { [Index in keyof Parts]: string } | null {
  if (cursor === undefined) return null;
  const read = partsIn(cursor);
  const isOurs = read.length === parts.length && parts.every((kind, index) => isOf(kind, read[index]));
  if (!isOurs) throw notOurs();
  return read as { [Index in keyof Parts]: string };
}

const notOurs = () => refusalAt('cursor', '分页游标无效：它不是这个列表给出的');

const isOf = (kind: CursorPart, part: unknown): boolean => typeof part === 'string' && kinds[kind](part);

function partsIn(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const writeCursor = (parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Of `limit` rows and the one that tells whether more follow: those to show, and where the next page begins. */
export function cut<Row>(
  rows: readonly Row[],
  limit: number,
  partsOf: (row: Row) => readonly unknown[],
): { shown: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { shown, nextCursor: last ? writeCursor(partsOf(last)) : null };
}

/** A page of a list that is kept in memory, whose cursor is the key of the last row shown. @throws Refusal */
export function pageOf<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  { limit, cursor }: { limit: number; cursor?: string },
): { items: Row[]; nextCursor: string | null } {
  const last = cursor === undefined ? -1 : all.findIndex((row) => keyOf(row) === cursor);
  if (cursor !== undefined && last < 0) throw notOurs();
  const items = all.slice(last + 1, last + 1 + limit);
  const shown = items.at(-1);
  return { items, nextCursor: shown && last + 1 + limit < all.length ? keyOf(shown) : null };
}
