import { cut, readCursor, type CursorPart } from './cursor';

/** A stable order of rows: the last key is an id, so no row is shown twice or missed between pages. */
export interface Order<Row> {
  readonly keys: readonly OrderKey<Row>[];
  readonly descending: boolean;
}

export interface OrderKey<Row> {
  readonly sql: string;
  readonly of: (row: Row) => unknown;
  readonly cast: string;
  readonly part: CursorPart;
}

export const orderBy = <Row>({ keys, descending }: Order<Row>): string =>
  `ORDER BY ${keys.map(({ sql }) => `${sql} ${descending ? 'DESC' : 'ASC'}`).join(', ')}`;

/** The condition that a row comes after the page that ended with this cursor, whose parts join the values. @throws Refusal */
export function after<Row>({ keys, descending }: Order<Row>, cursor: string, values: unknown[]): string {
  const from = readCursor(cursor, ...keys.map(({ part }) => part)) ?? [];
  const columns = keys.map(({ sql }) => sql).join(', ');
  const places = keys.map(({ cast }, index) => {
    values.push(from[index]);
    return `$${values.length}::${cast}`;
  });
  return `(${columns}) ${descending ? '<' : '>'} (${places.join(', ')})`;
}

/** `cut`, where the next page begins after the keys of this order. */
export const cutPage = <Row>(rows: readonly Row[], limit: number, { keys }: Order<Row>) =>
  cut(rows, limit, (row) => keys.map(({ of }) => of(row)));
