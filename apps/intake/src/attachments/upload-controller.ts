import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { placeOf } from '#ticket/place';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Writer } from '#store/writer';
import { seesAll, type Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import type { Once } from '#platform/keyed-writes';
import { refusalAt } from '#platform/problems';
import { TicketViews } from '#platform/ticket-views';
import { AttachmentReading } from './attachment-reading';
import { Attachments, type AttachmentFacts } from './attachments';
import { FileReception, type ReceivedFile } from './file-reception';

type Route = 'POST /api/tickets/:id/attachments';
type Answer = RouteAnswer<Route>;

/** Files that people add to tickets. */
@Controller()
export class UploadController {
  constructor(
    private readonly attachments: Attachments,
    private readonly reception: FileReception,
    private readonly reading: AttachmentReading,
    private readonly views: TicketViews,
  ) {}

  /** A repeated upload is told by its content, which is known once it has come in again; then it is given up. */
  @Handles('POST /api/tickets/:id/attachments')
  async add(
    { params: { id }, body }: RouteInput<Route>,
    caller: Caller,
    _reply: FastifyReply,
    once?: Once,
  ): Promise<Answer> {
    await this.views.ticket(id, caller);
    // What a key has done before is answered whatever became of the ticket since.
    if (!once) await this.attachments.admit(id, caller);
    let file: ReceivedFile | undefined;
    try {
      const { fields, taken } = await body.receive(async (incoming) => (file = await this.reception.take(incoming)));
      const { name, sha256 } = taken;
      const facts = factsOf(fields, caller);
      const write = async (keyed: Writer) =>
        this.view(id, await this.attachments.keep(id, taken, facts, keyed), caller);
      return (await (once ? once(write, { ...fields, name, sha256 }) : write(caller))) as Answer;
    } finally {
      if (file) await this.reception.giveUp(file.key);
    }
  }

  private view(ticketId: string, id: string, caller: Caller): Promise<Answer> {
    return this.reading.view(ticketId, id, caller);
  }
}

/** Departments give what is their own; who brings what to the hotline is mostly the citizen. @throws Refusal */
function factsOf(
  { kind, takenAt, takenPlace, fromCitizen }: Awaited<ReturnType<RouteInput<Route>['body']['receive']>>['fields'],
  caller: Caller,
): AttachmentFacts {
  if (fromCitizen && !seesAll(caller)) throw refusalAt('fromCitizen', '承办单位上传的附件不能标为诉求人提供');
  const said = { kind, fromCitizen: fromCitizen ?? seesAll(caller), takenAt: takenAt ? new Date(takenAt) : null };
  if (takenPlace === undefined) return said;
  if (said.fromCitizen) throw refusalAt('takenPlace', '诉求人提供的附件不记录拍摄位置');
  const [lat = NaN, lng = NaN] = takenPlace.split(',').map(Number);
  const place = placeOf(lat, lng);
  if (!place) throw refusalAt('takenPlace', '没有这个位置，请核对经纬度');
  return { ...said, takenPlace: place };
}
