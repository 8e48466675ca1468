import type { RouteAnswer } from '#http-api/routes';
import type { FileFormat } from '#http-api/file-format';
import type { ImportKind, ImportState } from '#ticket/import-kind';
import type { Encoding } from '#platform/tables/text-encoding';

export type ImportSummary = RouteAnswer<'GET /api/imports'>['items'][number];
export type Remark = RouteAnswer<'GET /api/imports/:id/refusals'>['items'][number];

/** How far an import has come. */
export interface Progress {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly known: number;
  readonly refused: number;
  readonly warned: number;
}

/** What a process needs to know of an import that it has taken up. */
export interface ClaimedImport extends Progress {
  readonly id: string;
  readonly kind: ImportKind;
  readonly format: FileFormat;
  readonly encoding: Encoding | null;
  readonly bytesTotal: number;
  readonly wrappedKey: Buffer;
  readonly uploadedBy: { readonly id: string; readonly name: string };
}

export interface ImportRow extends Progress {
  [column: string]: unknown;
  id: string;
  kind: ImportKind;
  format: FileFormat;
  name: string | null;
  state: ImportState;
  bytesTotal: string;
  bytesRead: string;
  fault: string | null;
  sha256: string | null;
  uploadedBy: { id: string; name: string };
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}

export const importSelect = `
SELECT i.id, i.kind, i.format, i.name, i.state, i.bytes_total AS "bytesTotal", i.bytes_read AS "bytesRead",
  i.rows_read AS "rowsRead", i.accepted, i.known, i.refused, i.warned, i.fault, i.sha256, i.created_at AS "createdAt",
  i.started_at AS "startedAt", i.ended_at AS "endedAt", json_build_object('id', a.id, 'name', a.name) AS "uploadedBy"
FROM intake.import i JOIN ticket.account a ON a.id = i.uploaded_by`;

export const summaryOf = (row: ImportRow): ImportSummary => ({
  ...row,
  bytesTotal: Number(row.bytesTotal),
  bytesRead: Number(row.bytesRead),
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});
