import { Controller } from '@nestjs/common';
import { move } from '#ticket/move';
import { recordingView } from '#http-api/call-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { lookRow } from '#store/look-rows';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { LookWatch } from '#platform/look-watch';
import { TicketCalls } from './ticket-calls';

/** The call behind a ticket. Hearing it is a look, like seeing who it was. */
@Controller()
export class RecordingController {
  constructor(
    private readonly calls: TicketCalls,
    private readonly store: TicketStore,
    private readonly watch: LookWatch,
    renders: Renders,
  ) {
    renders.add(recordingView, async ({ reference, caller }) => ({ url: await this.urlOf(reference, caller) }));
  }

  @Handles('GET /api/tickets/:id/call')
  call(
    { params }: RouteInput<'GET /api/tickets/:id/call'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/call'>> {
    return this.calls.of(params.id, caller);
  }

  @Handles('POST /api/tickets/:id/recording')
  async recording(
    { params, body }: RouteInput<'POST /api/tickets/:id/recording'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/:id/recording'>> {
    const url = await this.urlOf(params.id, caller);
    await this.store.move(params.id, caller, (ticket, context) => {
      const looked = lookRow(ticket.id, { accountId: caller.id, kind: 'recording', at: context.at });
      return { ...move(ticket, 'hearRecording', body, context), rows: { 'ticket.look': [looked] } };
    });
    await this.watch.afterLook('recording', caller);
    return { url };
  }

  /** @throws NotFound; Refusal when nothing was recorded */
  private async urlOf(ticketId: string, caller: Caller): Promise<string> {
    const url = await this.calls.recordingOf(ticketId, caller);
    if (url === null) throw new Refusal('conflict', '本单没有通话录音');
    return url;
  }
}
