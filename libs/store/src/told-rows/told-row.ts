import type { Ticket } from '#ticket/ticket';
import type { StoredLine } from '../history-chain';

/** A line, and the ticket before and after it. */
export interface Step {
  readonly line: StoredLine;
  readonly before: Ticket;
  readonly after: Ticket;
}

/** A row beside a ticket as its history tells it: by which line, and its columns; one that is undefined is not told. */
export interface ToldRow {
  readonly seq: number;
  readonly columns: Readonly<Record<string, unknown>>;
  /** No line tells whether there is one: it may be there, and need not. */
  readonly mayLack?: true;
}

/** The rows that a ticket's steps tell of, in the order of their lines. */
export type RowsTold = (steps: readonly Step[]) => ToldRow[];

/** What a line says in free text; undefined where nothing was said, or it was erased. */
export const saidIn = ({ text }: StoredLine, field: string): string | undefined => text?.[field] as string | undefined;
