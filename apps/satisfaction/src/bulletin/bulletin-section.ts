import type { PaperCells, PaperColumn, PaperColumnKind, PaperFormula } from '#documents/paper';
import type { RouteAnswer } from '#http-api/routes';
import type { Sql } from '#store/sql';
import type { Directory } from '#platform/directory';
import type { Dimension } from '../dimensions';
import type { Period } from '../period';
import type { Report } from '../report-asked';
import type { CallCounts } from './call-figures';

export type BulletinSection = RouteAnswer<'GET /api/bulletins/:id'>['sections'][number];
export type BulletinTable = BulletinSection['table'];

/** A period of a bulletin, or one that it is compared with. */
export interface AskedReport extends Period {
  readonly name: string;
  readonly by: Dimension;
}

/** From where a section takes what it shows: everything as of one instant. */
export interface BulletinContext {
  readonly period: Period;
  readonly asOf: Date;
  readonly sql: Sql;
  readonly directory: Directory;
  /** A report of the whole house, as of the bulletin's instant where it keeps the past. */
  readonly report: (asked: AskedReport) => Promise<Report>;
  /** What was called in a period. */
  readonly calls: (asked: Period) => Promise<CallCounts>;
  /** The ids of the tickets behind a figure, the oldest first, at most so many. */
  readonly behind: (asked: AskedReport & { readonly column: string }, limit: number) => Promise<string[]>;
}

/** Makes a table; its name is the table of them all's (bulletin-sections.ts). */
export type SectionMaker = (context: BulletinContext) => Promise<Omit<BulletinSection, 'name'>>;

/** A column as most of them are. */
export const column = (key: string, label: string, kind: PaperColumnKind = 'count'): PaperColumn => ({
  ...{ key, label, kind },
  formula: null,
});

/** 环比 and 同比: how a column changed against another. */
export const change = (
  key: string,
  label: string,
  compares: { now: string; before: string },
  kind: 'change' | 'points' = 'change',
): PaperColumn => ({ ...column(key, label, kind), compares });

export function table(
  columns: readonly PaperColumn[],
  rows: readonly PaperCells[],
  more: { totals?: PaperCells; formulas?: readonly PaperFormula[] } = {},
): BulletinTable {
  const { totals = null, formulas = [] } = more;
  return {
    columns: columns.map((each) => ({ ...each })),
    rows: [...rows],
    totals,
    formulas: [...formulas],
  };
}
