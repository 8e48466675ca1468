import { documentNumber } from '#ticket/document-number';
import type { ReportKind } from '#ticket/incident-report';
import type { ReportContent } from '#http-api/incident-shapes';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { personNamed, type Named } from '#platform/person-named';
import type { PrintedReport } from './incident-rows';

export interface Report {
  readonly id: string;
  readonly incidentId: string;
  readonly kind: ReportKind;
  readonly version: number;
  readonly content: ReportContent;
  readonly draftedBy: Named;
  readonly draftedAt: Date;
  readonly editedBy: string;
  /** Null while it is a draft. */
  readonly printed: PrintedReport | null;
  readonly sha256: string | null;
  readonly signedBy: Named | null;
  readonly signedAt: Date | null;
}
type ReportRow = Report & Record<string, unknown>;

const select = `SELECT r.id, r.incident_id AS "incidentId", r.kind, r.version, r.content,
  ${personNamed('r.drafted_by')} AS "draftedBy", r.drafted_at AS "draftedAt", r.edited_by AS "editedBy",
  r.printed::jsonb AS printed, r.sha256, ${personNamed('r.signed_by')} AS "signedBy", r.signed_at AS "signedAt"
FROM intake.incident_report r`;

/** @throws NotFound */
export async function reportById(sql: Sql, id: string): Promise<Report> {
  const row = isUuid(id) ? await sql.one<ReportRow>(`${select} WHERE r.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('incident report');
  return row;
}

/** In the order in which they were drafted. */
export const reportsOf = (sql: Sql, incidentId: string): Promise<Report[]> =>
  sql.query<ReportRow>(`${select} WHERE r.incident_id = $1 ORDER BY r.id`, [incidentId]);

export const addReport = (
  sql: Sql,
  report: { id: string; incidentId: string; kind: ReportKind; content: ReportContent; by: string; at: Date },
): Promise<unknown> =>
  sql.query(
    `INSERT INTO intake.incident_report (id, incident_id, kind, content, drafted_by, drafted_at, edited_by)
     VALUES ($1, $2, $3, $4, $5, $6, $5)`,
    [report.id, report.incidentId, report.kind, JSON.stringify(report.content), report.by, report.at],
  );

export const editReport = (sql: Sql, id: string, content: ReportContent, by: string): Promise<unknown> =>
  sql.query(`UPDATE intake.incident_report SET content = $2, edited_by = $3, version = version + 1 WHERE id = $1`, [
    id,
    JSON.stringify(content),
    by,
  ]);

export const dropReport = (sql: Sql, id: string): Promise<number> =>
  sql.count(`DELETE FROM intake.incident_report WHERE id = $1 AND signed_at IS NULL`, [id]);

/** The next number of a year. Whoever asks holds the lock of administrative writes, and signs before it is given back. */
export async function nextNumber(sql: Sql, series: string, year: number): Promise<{ number: number; told: string }> {
  const last = await sql.one<{ number: number | null }>(
    `SELECT max(number) AS number FROM intake.incident_report WHERE year = $1`,
    [year],
  );
  const number = (last?.number ?? 0) + 1;
  return { number, told: documentNumber(series, year, number) };
}

export const signReport = (
  sql: Sql,
  signed: { id: string; year: number; number: number; printed: string; sha256: string; by: string; at: Date },
): Promise<unknown> =>
  sql.query(
    `UPDATE intake.incident_report SET year = $2, number = $3, printed = $4, sha256 = $5, signed_by = $6, signed_at = $7,
       version = version + 1 WHERE id = $1`,
    [signed.id, signed.year, signed.number, signed.printed, signed.sha256, signed.by, signed.at],
  );
