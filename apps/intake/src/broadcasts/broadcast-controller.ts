import { Controller } from '@nestjs/common';
import { broadcastView } from '#http-api/broadcast-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { BroadcastReading, type BroadcastView } from './broadcast-reading';
import { Broadcasts } from './broadcasts';
import { FittingBroadcasts } from './fitting-broadcasts';

/** What everybody is to answer: said, changed, withdrawn, read. */
@Controller()
export class BroadcastController {
  constructor(
    private readonly broadcasts: Broadcasts,
    private readonly reading: BroadcastReading,
    private readonly fitting: FittingBroadcasts,
    renders: Renders,
  ) {
    renders.add(broadcastView, ({ reference, caller }) => reading.one(reference, caller));
  }

  @Handles('GET /api/broadcasts')
  list({ query }: RouteInput<'GET /api/broadcasts'>, caller: Caller): Promise<RouteAnswer<'GET /api/broadcasts'>> {
    return this.reading.list(query, caller);
  }

  @Handles('POST /api/broadcasts')
  async publish({ body }: RouteInput<'POST /api/broadcasts'>, caller: Caller): Promise<BroadcastView> {
    return this.reading.one(await this.broadcasts.publish(body, caller), caller);
  }

  @Handles('POST /api/broadcasts/suggest')
  suggest(
    { body }: RouteInput<'POST /api/broadcasts/suggest'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/broadcasts/suggest'>> {
    return this.fitting.of(body, caller);
  }

  @Handles('GET /api/broadcasts/:id')
  one({ params }: RouteInput<'GET /api/broadcasts/:id'>, caller: Caller): Promise<BroadcastView> {
    return this.reading.one(params.id, caller);
  }

  @Handles('PUT /api/broadcasts/:id')
  async edit({ params, version, body }: RouteInput<'PUT /api/broadcasts/:id'>, caller: Caller): Promise<BroadcastView> {
    await this.broadcasts.edit(params.id, version, body, caller);
    return this.reading.one(params.id, caller);
  }

  @Handles('POST /api/broadcasts/:id/withdraw')
  async withdraw(
    { params, version }: RouteInput<'POST /api/broadcasts/:id/withdraw'>,
    caller: Caller,
  ): Promise<BroadcastView> {
    await this.broadcasts.withdraw(params.id, version, caller);
    return this.reading.one(params.id, caller);
  }

  @Handles('POST /api/broadcasts/:id/acknowledge')
  async acknowledge(
    { params, body }: RouteInput<'POST /api/broadcasts/:id/acknowledge'>,
    caller: Caller,
  ): Promise<BroadcastView> {
    await this.broadcasts.acknowledge(params.id, body.version, caller);
    return this.reading.one(params.id, caller);
  }
}
