import { Controller } from '@nestjs/common';
import type { GamingVerdict } from '#ticket/gaming-sign';
import { gamingSignView } from '#http-api/gaming-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { orders, TicketLists } from '#platform/ticket-lists';
import { SignReading, type SignRow, type SignView } from './sign-reading';
import { decide } from './sign-rows';

interface Verdict {
  readonly verdict: GamingVerdict;
  readonly reason: string;
}

/** 异常线索: what was found, the tickets behind it, and what a person says of it. */
@Controller()
export class SignController {
  constructor(
    private readonly reading: SignReading,
    private readonly lists: TicketLists,
    private readonly administration: Administration,
    renders: Renders,
  ) {
    renders.add(gamingSignView, ({ params }) => reading.one(params['id'] ?? ''));
  }

  @Handles('GET /api/gaming-signs')
  list({ query }: RouteInput<'GET /api/gaming-signs'>): Promise<RouteAnswer<'GET /api/gaming-signs'>> {
    return this.reading.list(query);
  }

  @Handles('GET /api/gaming-signs/:id/tickets')
  async tickets(
    { params, query }: RouteInput<'GET /api/gaming-signs/:id/tickets'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/gaming-signs/:id/tickets'>> {
    const { id } = await this.reading.row(params.id);
    const conditions = ['t.id IN (SELECT b.ticket_id FROM satisfaction.gaming_sign_ticket b WHERE b.sign_id = $1)'];
    return this.lists.page(caller, { conditions, values: [id], order: orders['-registeredAt'], ...query });
  }

  @Handles('POST /api/gaming-signs/:id/dismiss')
  dismiss({ params, body }: RouteInput<'POST /api/gaming-signs/:id/dismiss'>, caller: Caller): Promise<SignView> {
    return this.decided(params.id, { verdict: 'dismissed', ...body }, caller);
  }

  @Handles('POST /api/gaming-signs/:id/confirm')
  confirm({ params, body }: RouteInput<'POST /api/gaming-signs/:id/confirm'>, caller: Caller): Promise<SignView> {
    return this.decided(params.id, { verdict: 'confirmed', ...body }, caller);
  }

  /** The reason may name somebody, and events are kept for good: it stays with the sign. @throws NotFound, Refusal */
  private async decided(id: string, said: Verdict, caller: Caller): Promise<SignView> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await this.reading.row(id, sql);
        if (before.caller?.id === caller.id) throw new Refusal('forbidden', '涉及本人的线索须由他人核实');
        const isFirst = await decide(sql, { id, ...said, by: caller.id, at });
        if (!isFirst) throw new Refusal('conflict', '这条线索已有核实结果，请刷新');
        const told = { subject: 'gaming-sign', subjectId: id, action: 'settle' } as const;
        return { ...told, before: toldOf(before), after: toldOf({ ...before, state: said.verdict }) };
      },
      id,
    );
    return this.reading.one(id);
  }
}

const toldOf = ({ sign, state, departmentId, tickets }: SignRow): object => ({ sign, state, departmentId, tickets });
