import { Controller } from '@nestjs/common';
import { callView } from '#http-api/call-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { CallClaims } from './call-claims';
import { CallQueue, type CallView } from './call-queue';

/** Calls that wait, and who takes them. */
@Controller()
export class CallController {
  constructor(
    private readonly claims: CallClaims,
    private readonly queue: CallQueue,
    renders: Renders,
  ) {
    renders.add(callView, ({ reference, caller }) => queue.one(reference, caller));
  }

  @Handles('GET /api/calls')
  list({ query }: RouteInput<'GET /api/calls'>, caller: Caller): Promise<RouteAnswer<'GET /api/calls'>> {
    return this.queue.list(query, caller);
  }

  @Handles('POST /api/calls/:id/claim')
  async claim({ params }: RouteInput<'POST /api/calls/:id/claim'>, caller: Caller): Promise<CallView> {
    await this.claims.claim(params.id, caller);
    return this.queue.one(params.id, caller);
  }

  @Handles('POST /api/calls/:id/heartbeat')
  async heartbeat({ params }: RouteInput<'POST /api/calls/:id/heartbeat'>, caller: Caller): Promise<CallView> {
    await this.claims.heartbeat(params.id, caller);
    return this.queue.one(params.id, caller);
  }

  @Handles('POST /api/calls/:id/release')
  async release({ params, body }: RouteInput<'POST /api/calls/:id/release'>, caller: Caller): Promise<CallView> {
    await this.claims.release(params.id, body.noTicketReason, caller);
    return this.queue.one(params.id, caller);
  }

  @Handles('POST /api/calls/:id/called-back')
  async calledBack({ params, body }: RouteInput<'POST /api/calls/:id/called-back'>, caller: Caller): Promise<CallView> {
    await this.claims.calledBack(params.id, body.outcome, caller);
    return this.queue.one(params.id, caller);
  }
}
