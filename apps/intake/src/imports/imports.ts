import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { importStates } from '#ticket/import-kind';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Refusal as Refused } from '#platform/problems';
import { remarkTable, type RemarkKind } from './claims';
import { importSelect, summaryOf, type ImportRow, type Remark } from './import-row';

type View = RouteAnswer<'GET /api/imports/:id'>;
type Remarks = RouteAnswer<'GET /api/imports/:id/refusals'>;
type Page = RouteInput<'GET /api/imports'>['query'];

/** Refused rows that are told with the import itself. */
const refusalsShown = 100;

/** What became of each import, and of its rows. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
  ) {}

  /** Newest first: ids are in the order of time. What is still being uploaded is none yet. */
  async list({ limit, cursor }: Page): Promise<RouteAnswer<'GET /api/imports'>> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const rows = await this.database.sql.query<ImportRow>(
      `${importSelect} WHERE ($1::uuid IS NULL OR i.id < $1) AND i.state <> 'uploading' ORDER BY i.id DESC LIMIT $2`,
      [before, limit + 1],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map(summaryOf), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<View> {
    const row = isUuid(id)
      ? await this.database.sql.one<ImportRow>(`${importSelect} WHERE i.id = $1`, [id])
      : undefined;
    if (!row) throw new NotFound('import');
    return { ...summaryOf(row), refusals: await this.remarksOn(id, 'refused', 0, refusalsShown) };
  }

  /** What is said of rows, in the order of the file. @throws NotFound */
  async remarks(id: string, kind: RemarkKind, { limit, cursor }: Page): Promise<Remarks> {
    await this.one(id);
    const [after = '0'] = readCursor(cursor, 'number') ?? [];
    const rows = await this.remarksOn(id, kind, Number(after), limit + 1);
    const { shown, nextCursor } = cut(rows, limit, ({ line }) => [String(line)]);
    return { items: shown, nextCursor };
  }

  /** Whoever is at it stops at its next batch. @throws NotFound; Refusal when it has ended */
  async cancel(id: string, caller: Caller): Promise<View> {
    const { state: before } = await this.one(id);
    if (importStates[before].ended) throw new Refused('conflict', `导入${importStates[before].label}，不能取消`);
    await this.administration.write(
      caller,
      async (sql, at) => {
        const cancelled = await sql.count(
          `UPDATE intake.import SET state = 'cancelled', ended_at = $2, wrapped_key = NULL, claim = NULL
           WHERE id = $1 AND state IN ('waiting', 'running')`,
          [id, at],
        );
        if (cancelled === 0) throw new Refused('conflict', '导入已经结束，请刷新');
        await sql.query(`DELETE FROM intake.import_piece WHERE import_id = $1`, [id]);
        return { subject: 'import', subjectId: id, action: 'cancel', before: null, after: { id } };
      },
      id,
    );
    return this.one(id);
  }

  private remarksOn(id: string, kind: RemarkKind, afterLine: number, limit: number): Promise<Remark[]> {
    return this.database.sql.query<Remark & Record<string, unknown>>(
      `SELECT line, "column", reason FROM ${remarkTable(kind)} WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3`,
      [id, afterLine, limit],
    );
  }
}
