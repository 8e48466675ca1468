import type { GamingRule } from '#ticket/gaming-sign';
import type { Sql } from '#store/sql';

/** A sign as a look finds it. */
export interface FoundSign {
  /** What it is about, the same at every look: a digest, a department, an account. */
  readonly subject: string;
  readonly departmentId: string | null;
  readonly accountId: string | null;
  /** Each once. */
  readonly ticketIds: readonly string[];
  /** In words, with its numbers; without the days, which are the rule's. */
  readonly why: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** What is looked at: after the first instant, up to the second. */
export interface Looked extends GamingRule {
  readonly since: Date;
  readonly until: Date;
}

export type Find = (sql: Sql, looked: Looked) => Promise<FoundSign[]>;

/** A row that a statement answers, before it is told in words. */
export type Row<Figures extends object> = Omit<FoundSign, 'why'> & Figures & Record<string, unknown>;

/** Runs a statement whose first three values are from when, up to when, and from how many tickets on. */
export async function findBy<Figures extends object>(
  sql: Sql,
  { since, until, leastTickets }: Looked,
  { text, further = [], why }: { text: string; further?: unknown[]; why: (row: Row<Figures>) => string },
): Promise<FoundSign[]> {
  const rows = await sql.query<Row<Figures>>(text, [since, until, leastTickets, ...further]);
  return rows.map((row) => ({ ...row, why: why(row) }));
}

/** The columns of a row about a department `d`, of tickets `r` at instants. */
export const ofDepartment = (d: string, at: string): string => `
  ${d}::text AS subject, ${d} AS "departmentId", NULL::uuid AS "accountId", array_agg(r.ticket_id) AS "ticketIds",
  min(${at}) AS "firstAt", max(${at}) AS "lastAt"`;

/** 12.5% */
export const percent = (part: number, whole: number): string => `${Math.round((1_000 * part) / whole) / 10}%`;
