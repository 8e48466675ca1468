import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { KeyTaken, NotFound } from '#store/store-errors';
import type { ChannelClient } from '#platform/channel-clients';
import { Attachments } from '../attachments/attachments';
import { FileReception, type ReceivedFile } from '../attachments/file-reception';
import { KnownMessages } from './known-messages';

type Route = 'POST /api/channels/files';
type Fields = Awaited<ReturnType<RouteInput<Route>['body']['receive']>>['fields'];
type Told = RouteAnswer<Route>;

/** Files that other systems send after their messages: the screenshot of a post, a picture of the place. */
@Injectable()
export class InboundFiles {
  constructor(
    private readonly messages: KnownMessages,
    private readonly attachments: Attachments,
    private readonly reception: FileReception,
  ) {}

  /**
   * The same file again is answered as the first time, and added once. What the citizen's message brought is the citizen's.
   * @throws NotFound for a message that was not sent; Refusal for a file that is none we take, with nothing left of it
   */
  async add(upload: RouteInput<Route>['body'], client: ChannelClient): Promise<Told> {
    let file: ReceivedFile | undefined;
    try {
      const { fields, taken } = await upload.receive(async (incoming) => (file = await this.reception.take(incoming)));
      return await this.keep(fields, taken, client);
    } finally {
      if (file) await this.reception.giveUp(file.key);
    }
  }

  private async keep(fields: Fields, file: ReceivedFile, client: ChannelClient): Promise<Told> {
    const message = this.messages.digest(client, fields.channel, fields.messageId);
    const ticketId = await this.messages.ticketOf(message);
    const told = await this.messages.answered(message);
    if (ticketId === null || !told) throw new NotFound('message');
    const value = this.messages.digest(client, 'file', fields.fileId);
    if (await this.messages.ticketOf(value)) return told;
    const { kind, takenAt } = fields;
    const said = { kind, fromCitizen: true, takenAt: takenAt === undefined ? null : new Date(takenAt) };
    const writer = { ...client, origin: { kind: 'message', value } as const };
    await this.attachments.keep(ticketId, file, said, writer).catch((error: unknown) => {
      // Sent twice at once: the other one is there.
      if (!(error instanceof KeyTaken && error.kind === 'message')) throw error;
    });
    return told;
  }
}
