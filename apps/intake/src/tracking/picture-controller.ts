import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteInput } from '#http-api/routes';
import type { FieldsBefore } from '#http-api/upload';
import { trackingPair, type TrackedView } from '#http-api/tracking-shapes';
import type { Writer } from '#store/writer';
import { Handles } from '#platform/handles';
import type { Once } from '#platform/keyed-writes';
import { parsed } from '#platform/parse-input';
import { TrackingPairs, type PairHolder } from '#platform/tracking-pairs';
import type { ReceivedFile } from '../attachments/file-reception';
import { CitizenPictures } from './citizen-pictures';
import { TrackedTickets } from './tracked-tickets';

/** Pictures that citizens add to their tickets: nothing of one is taken before it is known whose it is. */
@Controller()
export class PictureController {
  constructor(
    private readonly pairs: TrackingPairs,
    private readonly pictures: CitizenPictures,
    private readonly tickets: TrackedTickets,
  ) {}

  /** The same picture again under the same key is answered from the first; its bytes are given up. */
  @Handles('POST /api/public/track/pictures')
  async add(
    { body }: RouteInput<'POST /api/public/track/pictures'>,
    _nobodyYet: PairHolder,
    _reply: FastifyReply,
    once?: Once,
  ): Promise<TrackedView> {
    let file: ReceivedFile | undefined;
    try {
      const { taken } = await body.receive(async (incoming, before) => {
        const holder = await this.holderOf(before, once !== undefined);
        return { holder, file: (file = await this.pictures.take(incoming)) };
      });
      return await this.keep(taken.holder, taken.file, once);
    } finally {
      if (file) await this.pictures.giveUp(file);
    }
  }

  /** What a key has done before is answered whatever became of the ticket since. */
  private async holderOf(before: FieldsBefore, hasKey: boolean): Promise<PairHolder> {
    const holder = await this.pairs.holderOf(parsed(trackingPair, before));
    if (!hasKey) await this.pictures.admit(holder);
    return holder;
  }

  private async keep(holder: PairHolder, file: ReceivedFile, once: Once | undefined): Promise<TrackedView> {
    const write = async (writer: Writer): Promise<TrackedView> => {
      await this.pictures.keep(holder.ticketId, file, writer);
      return this.tickets.view(holder.ticketId);
    };
    const { name, sha256 } = file;
    return (await (once ? once(write, { name, sha256 }, holder) : write(holder))) as TrackedView;
  }
}
