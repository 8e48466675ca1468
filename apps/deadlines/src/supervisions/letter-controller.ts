import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { sendDocument } from '#platform/documents/send-document';
import { Handles } from '#platform/handles';
import { OrderContentsReading } from './order-contents';
import { supervisionDocument } from './supervision-document';
import { SupervisionReading } from './supervision-reading';

/** 督办单 as a file: what was signed, the same whenever it is asked for; a draft as it would be signed now. */
@Controller()
export class LetterController {
  constructor(
    private readonly reading: SupervisionReading,
    private readonly contents: OrderContentsReading,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Handles('GET /api/supervisions/:id/document')
  async document(
    { params, query }: RouteInput<'GET /api/supervisions/:id/document'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const order = await this.reading.row(params.id, caller);
    const at = this.clock.now();
    const said =
      order.printed ?? (await this.contents.read(this.database.sql, { order, ticket: order }, { caller, at }));
    const name = `${order.printed?.number ?? '草稿'} 督办单`;
    return sendDocument(reply, supervisionDocument(said), { name, format: query.format });
  }
}
