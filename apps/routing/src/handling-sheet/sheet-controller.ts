import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { shanghaiDate } from '#store/shanghai-date';
import type { Caller } from '#platform/caller';
import { sendDocument } from '#platform/documents/send-document';
import { ExportRecords } from '#platform/export/export-records';
import { Handles } from '#platform/handles';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { handlingSheet } from './handling-sheet';
import { SheetReading } from './sheet-reading';

/** 承办单 as a file, as the part stands now. */
@Controller()
export class SheetController {
  constructor(
    private readonly reading: SheetReading,
    private readonly records: ExportRecords,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Handles('GET /api/assignments/:id/document')
  async document(
    { params, query }: RouteInput<'GET /api/assignments/:id/document'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const sheet = await this.reading.read(params.id, caller);
    const mark = await this.records.printed(sheet.ticket.id, caller);
    const printing = { office: this.settings.officeName, date: shanghaiDate(this.clock.now()), mark };
    const name = `${sheet.ticket.number} 承办单`;
    return sendDocument(reply, handlingSheet(sheet, printing), { name, format: query.format });
  }
}
