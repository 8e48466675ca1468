import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import type { ChannelClient } from '#platform/channel-clients';
import { Handles } from '#platform/handles';
import { ClientStore } from '../channels/client-store';
import { ClientFeedback } from './client-feedback';
import { Instructions } from './instructions';

/** Tickets of other systems: what these say of them, and what they are told. */
@Controller()
export class TransferController {
  constructor(
    private readonly instructions: Instructions,
    private readonly feedback: ClientFeedback,
    private readonly clients: ClientStore,
  ) {}

  @Handles('POST /api/transfers/instructions')
  instruct(
    { body }: RouteInput<'POST /api/transfers/instructions'>,
    client: ChannelClient,
  ): Promise<RouteAnswer<'POST /api/transfers/instructions'>> {
    return this.instructions.carryOut(body, client);
  }

  @Handles('POST /api/channel-clients/:id/new-secret')
  async newSecret(
    { params }: RouteInput<'POST /api/channel-clients/:id/new-secret'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/channel-clients/:id/new-secret'>> {
    const key = await this.feedback.replaceSecret(params.id, caller);
    return { client: await this.clients.one(params.id), key };
  }

  @Handles('GET /api/channel-clients/:id/feedback')
  owed({
    params,
    query,
  }: RouteInput<'GET /api/channel-clients/:id/feedback'>): Promise<
    RouteAnswer<'GET /api/channel-clients/:id/feedback'>
  > {
    return this.feedback.owed(params.id, query);
  }

  @Handles('POST /api/channel-clients/:id/replay')
  async replay(
    { params, body }: RouteInput<'POST /api/channel-clients/:id/replay'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/channel-clients/:id/replay'>> {
    await this.feedback.replay(params.id, body.since, caller);
    return this.clients.one(params.id);
  }
}
