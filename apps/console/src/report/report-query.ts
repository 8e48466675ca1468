import type { RouteAnswer, RouteRequest } from '#http-api/routes';

export type ReportQuery = NonNullable<RouteRequest<'GET /api/reports/:name'>['query']>;
export type Report = RouteAnswer<'GET /api/reports/:name'>;
export type ReportColumn = Report['columns'][number];
export type ReportRow = Report['rows'][number];
export type ReportCell = ReportRow['cells'][string];
export type Rate = Extract<ReportCell, object>;
export type Dimension = Report['by'];

/** Which figure somebody wants to see the tickets of. */
export interface Figure {
  /** The report it stands in. */
  readonly report: string;
  /** The row's key; undefined for the totals. */
  readonly row?: string;
  readonly column: string;
  /** `missed`: of the denominator and not of the numerator. */
  readonly part: 'numerator' | 'denominator' | 'missed';
  readonly title: string;
}

export const isRate = (cell: ReportCell | undefined): cell is Rate => typeof cell === 'object' && cell !== null;
