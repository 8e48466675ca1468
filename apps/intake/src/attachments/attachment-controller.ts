import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attachmentView } from '#http-api/attachment-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import { AttachmentReading } from './attachment-reading';
import { AttachmentSharing } from './attachment-sharing';
import { FILE_STORE, type FileStore } from './file-store';
import { sendFile } from './send-file';

/** Files of tickets, as people read and share them. */
@Controller()
export class AttachmentController {
  constructor(
    private readonly reading: AttachmentReading,
    private readonly sharing: AttachmentSharing,
    private readonly views: TicketViews,
    @Inject(FILE_STORE) private readonly store: FileStore,
    renders: Renders,
  ) {
    renders.add(attachmentView, ({ reference, params, caller }) => reading.view(params['id'] ?? '', reference, caller));
  }

  @Handles('GET /api/tickets/:id/attachments/:aid')
  async file(
    { params, query }: RouteInput<'GET /api/tickets/:id/attachments/:aid'>,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    await sendFile(reply, this.store, await this.reading.served(params, query.thumbnail === true, caller));
  }

  @Handles('POST /api/tickets/:id/attachments/:aid/share')
  share(
    { params }: RouteInput<'POST /api/tickets/:id/attachments/:aid/share'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/:id/attachments/:aid/share'>> {
    return this.set(params, true, caller);
  }

  @Handles('POST /api/tickets/:id/attachments/:aid/withhold')
  withhold(
    { params }: RouteInput<'POST /api/tickets/:id/attachments/:aid/withhold'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/:id/attachments/:aid/withhold'>> {
    return this.set(params, false, caller);
  }

  private async set({ id, aid }: { id: string; aid: string }, shared: boolean, caller: Caller): Promise<TicketView> {
    await this.sharing.set(id, aid, shared, caller);
    return this.views.ticket(id, caller);
  }
}
