import { Controller } from '@nestjs/common';
import { channelClientView, channelClientWithKey } from '#http-api/channel-client-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { ClientStore } from './client-store';

type View = RouteAnswer<'PATCH /api/channel-clients/:id'>;
type WithKey = RouteAnswer<'POST /api/channel-clients'>;

/** Which other systems may send what. */
@Controller()
export class ClientController {
  constructor(
    private readonly clients: ClientStore,
    renders: Renders,
  ) {
    renders.add(channelClientView, ({ reference }) => clients.one(reference));
    renders.add(channelClientWithKey, async ({ reference }) => ({ client: await clients.one(reference), key: null }));
  }

  @Handles('GET /api/channel-clients')
  list({ query }: RouteInput<'GET /api/channel-clients'>): Promise<RouteAnswer<'GET /api/channel-clients'>> {
    return this.clients.list(query);
  }

  @Handles('POST /api/channel-clients')
  async add({ body }: RouteInput<'POST /api/channel-clients'>, caller: Caller): Promise<WithKey> {
    const { id, key } = await this.clients.add(body, caller);
    return { client: await this.clients.one(id), key };
  }

  @Handles('PATCH /api/channel-clients/:id')
  async edit({ params, body }: RouteInput<'PATCH /api/channel-clients/:id'>, caller: Caller): Promise<View> {
    await this.clients.edit(params.id, body, caller);
    return this.clients.one(params.id);
  }

  @Handles('POST /api/channel-clients/:id/new-key')
  async newKey({ params }: RouteInput<'POST /api/channel-clients/:id/new-key'>, caller: Caller): Promise<WithKey> {
    const key = await this.clients.replaceKey(params.id, caller);
    return { client: await this.clients.one(params.id), key };
  }

  @Handles('POST /api/channel-clients/:id/revoke')
  async revoke({ params, body }: RouteInput<'POST /api/channel-clients/:id/revoke'>, caller: Caller): Promise<View> {
    await this.clients.revoke(params.id, body.reason, caller);
    return this.clients.one(params.id);
  }
}
