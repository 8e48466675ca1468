import type { ReportFormat } from '#http-api/report-format';
import { asBytea } from '#store/citizen';
import type { Sql } from '#store/sql';
import type { Schedule } from './schedule-rows';

export interface MadeReport {
  readonly id: string;
  readonly madeAt: Date;
  readonly name: string;
  readonly file: Buffer;
}

/** Once for each due instant of a schedule. */
export async function addMadeReport(sql: Sql, of: Schedule, { id, madeAt, name, file }: MadeReport): Promise<void> {
  await sql.query(
    `INSERT INTO satisfaction.made_report (id, schedule_id, due_at, made_at, name, format, recipients, file)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (schedule_id, due_at) DO NOTHING`,
    [id, of.id, of.nextDueAt, madeAt, name, of.format, of.recipients, asBytea(file)],
  );
}

interface MadeRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly format: ReportFormat;
  readonly dueAt: Date;
  readonly madeAt: Date;
  readonly fetchedAt: Date | null;
}

/** Who asks, by account and posts. */
interface Receiver {
  readonly id: string;
  readonly roles: readonly string[];
}

export const madeReportsBefore = (sql: Sql, { id, roles }: Receiver, before: string | null, limit: number) =>
  sql.query<MadeRow>(
    `SELECT m.id, m.name, m.format, m.due_at AS "dueAt", m.made_at AS "madeAt", f.fetched_at AS "fetchedAt"
     FROM satisfaction.made_report m LEFT JOIN satisfaction.report_fetch f ON f.made_report_id = m.id AND f.account_id = $1
     WHERE m.recipients && $2::text[] AND ($3::uuid IS NULL OR m.id < $3) ORDER BY m.id DESC LIMIT $4`,
    [id, roles, before, limit],
  );

/** The file, for whoever it was made for, and for a system that was told of it; noted as fetched. */
export const fetchMadeReport = (sql: Sql, { id, roles }: Receiver, reportId: string, at: Date) =>
  sql.one<{ name: string; format: ReportFormat; file: Buffer }>(
    `WITH found AS (SELECT id, name, format, file FROM satisfaction.made_report WHERE id = $1 AND (recipients && $3::text[]
       OR EXISTS (SELECT 1 FROM satisfaction.report_delivery d WHERE d.made_report_id = $1 AND d.client_id = $2))),
     noted AS (INSERT INTO satisfaction.report_fetch (made_report_id, account_id, fetched_at)
       SELECT id, $2::uuid, $4::timestamptz FROM found ON CONFLICT DO NOTHING)
     SELECT name, format, file FROM found`,
    [reportId, id, roles, at],
  );
