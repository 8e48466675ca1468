import type { Readable, Writable } from 'node:stream';
import { from, to } from 'pg-copy-streams';
import type { Sql } from '../sql';
import type { HouseTable } from './house-tables';

/** A table's rows in PostgreSQL's text format, one line each. A reader that stops early loses the connection. */
export const copyOut = (sql: Sql, { name, columns }: HouseTable): Readable =>
  sql.stream(to(`COPY ${name} (${columns.join(', ')}) TO STDOUT`));

/** Takes the same lines. Finished once the server has them; a writer that breaks off makes the server forget them. */
export const copyIn = (sql: Sql, { name, columns }: HouseTable): Writable =>
  sql.stream(from(`COPY ${name} (${columns.join(', ')}) FROM STDIN`));
