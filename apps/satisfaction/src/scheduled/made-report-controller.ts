import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { reportFormats } from '#http-api/report-format';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { sendFile } from '#platform/documents/send-file';
import { ExportRecords } from '#platform/export/export-records';
import { Handles } from '#platform/handles';
import { fetchMadeReport, madeReportsBefore } from './made-report-rows';

/** Reports that were made by themselves, for whoever has a post that they are made for. */
@Controller()
export class MadeReportController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: ExportRecords,
  ) {}

  @Handles('GET /api/made-reports')
  async list(
    { query: { limit, cursor } }: RouteInput<'GET /api/made-reports'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/made-reports'>> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const rows = await madeReportsBefore(this.database.lists, caller, before, limit + 1);
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    const items = shown.map(({ id, name, format, dueAt, madeAt, fetchedAt }) => ({
      ...{ id, name, format, dueAt: dueAt.toISOString(), madeAt: madeAt.toISOString() },
      fetchedAt: fetchedAt?.toISOString() ?? null,
    }));
    return { items, nextCursor };
  }

  @Handles('GET /api/made-reports/:id/file')
  async file(
    { params: { id } }: RouteInput<'GET /api/made-reports/:id/file'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const found = isUuid(id) && (await fetchMadeReport(this.database.sql, caller, id, this.clock.now()));
    if (!found) throw new NotFound('report');
    const { name, format, file } = found;
    await this.records.tookOut('GET /api/made-reports/:id/file', caller, { report: name, format });
    return sendFile(reply, { name, type: reportFormats[format].type, bytes: file });
  }
}
