import { Controller } from '@nestjs/common';
import { supervisionView } from '#http-api/supervision-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { OrderDrafts } from './order-drafts';
import { SupervisionSigning } from './signing';
import { SupervisionReading, type SupervisionView } from './supervision-reading';
import { Supervisions, type Found, type LaterMove, type Said } from './supervisions';

/** 督办. */
@Controller()
export class SupervisionController {
  constructor(
    private readonly supervisions: Supervisions,
    private readonly reading: SupervisionReading,
    private readonly signing: SupervisionSigning,
    private readonly drafts: OrderDrafts,
    renders: Renders,
  ) {
    renders.add(supervisionView, ({ reference, caller }) => reading.one(reference, caller));
  }

  @Handles('POST /api/tickets/:id/supervise')
  async supervise(
    { params, body }: RouteInput<'POST /api/tickets/:id/supervise'>,
    caller: Caller,
  ): Promise<SupervisionView> {
    const id = await this.supervisions.draft(params.id, caller, (ticket, sql) =>
      this.drafts.order(ticket, body, { sql, caller }),
    );
    return this.reading.one(id, caller);
  }

  @Handles('GET /api/supervisions')
  list({ query }: RouteInput<'GET /api/supervisions'>, caller: Caller): Promise<RouteAnswer<'GET /api/supervisions'>> {
    return this.reading.list(query, caller);
  }

  @Handles('GET /api/leader-instructions')
  instructions(
    { query }: RouteInput<'GET /api/leader-instructions'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/leader-instructions'>> {
    return this.reading.instructions(query, caller);
  }

  @Handles('GET /api/supervisions/:id')
  one({ params }: RouteInput<'GET /api/supervisions/:id'>, caller: Caller): Promise<SupervisionView> {
    return this.reading.one(params.id, caller);
  }

  @Handles('PUT /api/supervisions/:id')
  amend({ params, body }: RouteInput<'PUT /api/supervisions/:id'>, caller: Caller): Promise<SupervisionView> {
    return this.change(params.id, 'amendSupervision', caller, async ({ ticket, sql }) => ({
      input: await this.drafts.order(ticket, body, { sql, caller }),
    }));
  }

  @Handles('POST /api/supervisions/:id/discard')
  discard(
    { params, body }: RouteInput<'POST /api/supervisions/:id/discard'>,
    caller: Caller,
  ): Promise<SupervisionView> {
    return this.change(params.id, 'discardSupervision', caller, () => ({ input: body }));
  }

  @Handles('POST /api/supervisions/:id/sign')
  async sign({ params }: RouteInput<'POST /api/supervisions/:id/sign'>, caller: Caller): Promise<SupervisionView> {
    await this.signing.sign(await this.reading.which(params.id, caller), caller);
    return this.reading.one(params.id, caller);
  }

  @Handles('POST /api/supervisions/:id/answer')
  answer({ params, body }: RouteInput<'POST /api/supervisions/:id/answer'>, caller: Caller): Promise<SupervisionView> {
    return this.change(params.id, 'answerSupervision', caller, ({ order }) => {
      if (!caller.departmentIds.includes(order.department_id)) throw new Refusal('forbidden', '由主送单位反馈');
      return { input: body };
    });
  }

  @Handles('POST /api/supervisions/:id/send-back')
  sendBack(
    { params, body }: RouteInput<'POST /api/supervisions/:id/send-back'>,
    caller: Caller,
  ): Promise<SupervisionView> {
    return this.change(params.id, 'sendBackSupervision', caller, () => ({ input: body }));
  }

  @Handles('POST /api/supervisions/:id/close')
  close({ params, body }: RouteInput<'POST /api/supervisions/:id/close'>, caller: Caller): Promise<SupervisionView> {
    return this.change(params.id, 'closeSupervision', caller, () => ({ input: body }));
  }

  private async change<Name extends LaterMove>(
    id: string,
    name: Name,
    caller: Caller,
    say: (found: Found) => Said<Name> | Promise<Said<Name>>,
  ): Promise<SupervisionView> {
    await this.supervisions.move(await this.reading.which(id, caller), name, caller, say);
    return this.reading.one(id, caller);
  }
}
