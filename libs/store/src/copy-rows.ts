import type { Readable, Writable } from 'node:stream';
import { from, to } from 'pg-copy-streams';
import type { Sql } from './sql';

/** Whose rows go out or in, by its schema and name, with which columns in which order. */
interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table's rows in PostgreSQL's text format, one line each. A reader that stops early loses the connection. */
export const copyOut = (sql: Sql, { name, columns }: CopiedTable): Readable =>
  sql.stream(to(`COPY ${name} (${columns.join(', ')}) TO STDOUT`));

/** Takes the same lines. Finished once the server has them; a writer that breaks off makes the server forget them. */
export const copyIn = (sql: Sql, { name, columns }: CopiedTable): Writable =>
  sql.stream(from(`COPY ${name} (${columns.join(', ')}) FROM STDIN`));

/** A text as a value in such a line. */
export const copyValue = (text: string): string => text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found);

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
