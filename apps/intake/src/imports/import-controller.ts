import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fileFormatNames, fileFormats } from '#http-api/file-format';
import { importView } from '#http-api/import-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { importKinds } from '#ticket/import-kind';
import { attachmentHeader } from '#platform/attachment-header';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { csvTemplate, xlsxTemplate } from './import-template';
import { Importer } from './importer';
import { Imports } from './imports';
import { Uploads } from './uploads';

type View = RouteAnswer<'GET /api/imports/:id'>;

/** Tickets by the file. */
@Controller()
export class ImportController {
  constructor(
    private readonly imports: Imports,
    private readonly uploads: Uploads,
    private readonly importer: Importer,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(importView, ({ reference }) => imports.one(reference));
  }

  @Handles('POST /api/imports')
  async take({ query, body }: RouteInput<'POST /api/imports'>, caller: Caller, reply: FastifyReply): Promise<View> {
    const { headers } = reply.request;
    const format = fileFormatNames.find((name) => headers['content-type']?.startsWith(fileFormats[name].type)) ?? 'csv';
    const name = fileNameIn(headers['content-disposition']);
    const id = await this.uploads.take({ kind: query.kind, format, name, bytes: body }, caller);
    this.importer.look();
    return this.imports.one(id);
  }

  @Handles('GET /api/imports')
  list({ query }: RouteInput<'GET /api/imports'>): Promise<RouteAnswer<'GET /api/imports'>> {
    return this.imports.list(query);
  }

  @Handles('GET /api/imports/template')
  async template(
    { query: { kind, format } }: RouteInput<'GET /api/imports/template'>,
    _caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const file = format === 'csv' ? csvTemplate(kind) : await xlsxTemplate(kind, this.directory);
    await reply
      .header('content-disposition', attachmentHeader(`${importKinds[kind].label}导入模板.${format}`))
      .type(fileFormats[format].type)
      .send(file);
    return undefined;
  }

  @Handles('GET /api/imports/:id')
  one({ params }: RouteInput<'GET /api/imports/:id'>): Promise<View> {
    return this.imports.one(params.id);
  }

  @Handles('GET /api/imports/:id/refusals')
  refusals({
    params,
    query,
  }: RouteInput<'GET /api/imports/:id/refusals'>): Promise<RouteAnswer<'GET /api/imports/:id/refusals'>> {
    return this.imports.remarks(params.id, 'refused', query);
  }

  @Handles('GET /api/imports/:id/warnings')
  warnings({
    params,
    query,
  }: RouteInput<'GET /api/imports/:id/warnings'>): Promise<RouteAnswer<'GET /api/imports/:id/warnings'>> {
    return this.imports.remarks(params.id, 'warned', query);
  }

  @Handles('POST /api/imports/:id/cancel')
  cancel({ params }: RouteInput<'POST /api/imports/:id/cancel'>, caller: Caller): Promise<View> {
    return this.imports.cancel(params.id, caller);
  }
}

/** The name of the file, where a browser tells it: in no address, for it may name somebody. */
function fileNameIn(disposition: string | undefined): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded).toWellFormed().replaceAll('\u0000', '').slice(0, 200) || null;
  } catch {
    return null;
  }
}
