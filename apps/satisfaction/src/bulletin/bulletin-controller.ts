import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { bulletinView } from '#http-api/bulletin-shapes';
import { reportFormats } from '#http-api/report-format';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { shanghaiDate } from '#store/shanghai-date';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { sendFile } from '#platform/documents/send-file';
import { ExportRecords } from '#platform/export/export-records';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { writtenPaper } from '../report-files';
import { numberWords } from './bulletin-kinds';
import { bulletinPaper, bulletinTitle } from './bulletin-paper';
import type { BulletinRow, WholeBulletin } from './bulletin-rows';
import { Bulletins } from './bulletins';
import { withTitles } from './with-titles';

type View = RouteAnswer<'GET /api/bulletins/:id'>;
type Summary = RouteAnswer<'GET /api/bulletins'>['items'][number];

/** 通报: made, signed, read, and what became of its figures. */
@Controller()
export class BulletinController {
  constructor(
    private readonly bulletins: Bulletins,
    private readonly database: Database,
    private readonly records: ExportRecords,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    renders: Renders,
  ) {
    renders.add(bulletinView, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/bulletins')
  async list({ query }: RouteInput<'GET /api/bulletins'>): Promise<RouteAnswer<'GET /api/bulletins'>> {
    const { shown, nextCursor } = await this.bulletins.page(query);
    return { items: shown.map((row) => this.summary(row)), nextCursor };
  }

  @Handles('POST /api/bulletins')
  async make({ body }: RouteInput<'POST /api/bulletins'>, caller: Caller): Promise<View> {
    return this.one(await this.bulletins.make(body, caller));
  }

  @Handles('GET /api/bulletins/:id')
  read({ params }: RouteInput<'GET /api/bulletins/:id'>): Promise<View> {
    return this.one(params.id);
  }

  @Handles('POST /api/bulletins/:id/sign')
  async sign({ params, body }: RouteInput<'POST /api/bulletins/:id/sign'>, caller: Caller): Promise<View> {
    await this.bulletins.sign(params.id, new Date(body.asOf), caller);
    return this.one(params.id);
  }

  @Handles('GET /api/bulletins/:id/corrections')
  async corrections({
    params,
    query,
  }: RouteInput<'GET /api/bulletins/:id/corrections'>): Promise<RouteAnswer<'GET /api/bulletins/:id/corrections'>> {
    const all = await this.bulletins.corrections(params.id);
    return pageOf(all, (each) => each.id, query);
  }

  @Handles('GET /api/bulletins/:id/document')
  async document(
    { params, query }: RouteInput<'GET /api/bulletins/:id/document'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const bulletin = await withTitles(
      this.database.sql,
      await this.bulletins.takenOut(params.id, query.format, caller),
    );
    const paper = bulletinPaper(bulletin, {
      office: this.settings.officeName,
      signedBy: bulletin.signedBy?.name ?? null,
      date: shanghaiDate(bulletin.signedAt ?? this.clock.now()),
      mark: this.records.mark(caller),
    });
    const bytes = await writtenPaper(paper, query.format);
    return sendFile(reply, { name: `${paper.title}.${query.format}`, type: reportFormats[query.format].type, bytes });
  }

  private async one(id: string): Promise<View> {
    const bulletin = await withTitles(this.database.sql, await this.bulletins.one(id));
    return { ...this.summary(bulletin), sections: [...bulletin.sections], sha256: bulletin.sha256 };
  }

  private summary(row: BulletinRow | WholeBulletin): Summary {
    const { id, kind, state, starts, ends, number, asOf, madeAt, signedBy, signedAt } = row;
    return {
      ...{ id, kind, state, number: numberWords(starts, number) },
      title: bulletinTitle(this.settings.officeName, row),
      ...{ from: starts, to: ends, asOf: asOf.toISOString(), madeAt: madeAt.toISOString() },
      signed: signedBy && signedAt && { by: signedBy, at: signedAt.toISOString() },
    };
  }
}
