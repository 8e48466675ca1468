import { Controller } from '@nestjs/common';
import { messageView } from '#http-api/message-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { MessageReading } from './message-reading';
import { MessageResending } from './message-resending';

/** 短信发件箱: what citizens were told, and what is still to be told. */
@Controller()
export class MessageController {
  constructor(
    private readonly reading: MessageReading,
    private readonly resending: MessageResending,
    renders: Renders,
  ) {
    renders.add(messageView, ({ reference, caller }) => reading.one(reference, caller));
  }

  @Handles('GET /api/messages')
  list({ query }: RouteInput<'GET /api/messages'>, caller: Caller): Promise<RouteAnswer<'GET /api/messages'>> {
    return this.reading.list(query, caller);
  }

  @Handles('GET /api/tickets/:id/messages')
  ofTicket(
    { params, query }: RouteInput<'GET /api/tickets/:id/messages'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/messages'>> {
    return this.reading.ofTicket(params.id, query, caller);
  }

  @Handles('POST /api/messages/:id/resend')
  async resend(
    { params }: RouteInput<'POST /api/messages/:id/resend'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/messages/:id/resend'>> {
    await this.resending.one(params.id, caller);
    return this.reading.one(params.id, caller);
  }

  @Handles('POST /api/messages/resend')
  async resendSince({ body }: RouteInput<'POST /api/messages/resend'>, caller: Caller): Promise<undefined> {
    await this.resending.since(body.since, caller);
  }
}
