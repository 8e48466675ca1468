import { Inject, Injectable, StreamableFile, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { fileFormats, type FileFormat } from '#http-api/file-format';
import { columnsOf } from '#http-api/list-columns';
import { itemOf, type ListRoute } from '#http-api/list-route';
import { listTitles } from '#http-api/list-titles';
import { SETTINGS } from '../resources';
import { attachmentHeader } from '../attachment-header';
import { requestOf } from '../handles';
import type { Settings } from '../settings';
import { csvFile } from './csv-file';
import { ExportRecords, type Taking } from './export-records';
import { jsonlFile } from './jsonl-file';
import { ListWalk, type AskPage } from './list-walk';
import type { Sheet } from './sheet';
import { xlsxFile } from './xlsx-file';

/** Takes a list out, given what asks its handler for a page. */
export type Take = (ask: AskPage) => Promise<StreamableFile>;

const files = { csv: csvFile, xlsx: xlsxFile, jsonl: jsonlFile } satisfies Record<
  FileFormat,
  (sheet: Sheet) => Readable
>;

/**
 * Any list may be taken out whole: its own handler is asked for one page after the other, for the same caller, so that
 * scope and masks are those of the list. Nothing is kept in memory but a page.
 */
@Injectable()
export class ListExports implements CanActivate {
  constructor(
    private readonly records: ExportRecords,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Everybody may who may read the list, which is decided already. */
  canActivate(context: ExecutionContext): true {
    if (context.getType() !== 'http') return true;
    const request = requestOf(context);
    const { whole, caller, input } = request;
    if (!whole || !caller || !input) return true;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    request.take = (ask) =>
      this.take({ ...whole, caller, params: input.params }, new ListWalk(whole.route, input, ask), reply);
    return true;
  }

  /** The first page is asked for before anything is answered: what the list refuses, it refuses as it always does. */
  private async take(taking: Taking, walk: ListWalk, reply: FastifyReply): Promise<StreamableFile> {
    const { exportMaxRows } = this.settings;
    await walk.begin(exportMaxRows);
    // How many there are is known at the end only: the file's last line says so, and so does a trailer.
    reply.header('x-export-max-rows', exportMaxRows);
    reply.trailer('x-export-cut', () => Promise.resolve(String(walk.isCut)));
    const file = files[taking.format]({
      columns: columnsOf(itemOf(taking.route)),
      pages: this.records.recorded(taking, walk),
      watermark: () => this.records.watermark(taking, walk),
    });
    return new StreamableFile(file, { type: fileFormats[taking.format].type, disposition: this.disposition(taking) });
  }

  private disposition({ route, format }: Taking): string {
    const name = `${listTitles[route]} ${this.records.now().slice(0, 16).replace(/[-:]/g, '')}.${format}`;
    return attachmentHeader(name);
  }
}

/** As what a list is asked for whole. */
export interface Whole {
  readonly route: ListRoute;
  readonly format: FileFormat;
}
