import { Injectable } from '@nestjs/common';
import { move } from '#ticket/move';
import { isOpen, type State } from '#ticket/state';
import { TransitionRefused } from '#ticket/transition-refused';
import { trackedActs, type TrackedAct } from '#http-api/tracking-shapes';
import type { RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { readTicket } from '#store/read-ticket';
import { NotFound } from '#store/store-errors';
import { TicketStore } from '#store/ticket-store';
import { Refusal } from '#platform/problems';
import type { PairHolder } from '#platform/tracking-pairs';
import { CitizenAllowances } from './citizen-allowances';
import { actsOn } from './tracked-acts';

type Said<Name extends 'supplement' | 'nudge' | 'withdraw'> = RouteInput<`POST /api/public/track/${Name}`>['body'];

/** What citizens do with their tickets: transitions like everybody's, refused in words of theirs. */
@Injectable()
export class CitizenActs {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly allowances: CitizenAllowances,
  ) {}

  /** @throws Refusal */
  supplement({ text }: Said<'supplement'>, holder: PairHolder): Promise<void> {
    return inCitizensWords('supplement', () =>
      this.store.move(holder.ticketId, holder, async (ticket, context) => {
        const moved = move(ticket, 'supplement', { text }, context);
        await this.allowances.refuseSupplement(ticket.id);
        return moved;
      }),
    );
  }

  /** Counted, and moves no clock. @throws Refusal */
  nudge({ text }: Said<'nudge'>, holder: PairHolder): Promise<void> {
    return inCitizensWords('nudge', () =>
      this.store.move(holder.ticketId, holder, async (ticket, context) => {
        if (!actsOn(ticket).includes('nudge')) throw refused('nudge', ticket.state);
        const moved = move(ticket, 'nudge', { text }, context);
        await this.allowances.refuseNudge(ticket.id, context.at);
        return moved;
      }),
    );
  }

  /** @throws Refusal */
  withdraw({ reason }: Said<'withdraw'>, holder: PairHolder): Promise<void> {
    return inCitizensWords('withdraw', () => this.store.apply(holder.ticketId, 'withdraw', { reason }, holder));
  }

  /** Refuses before anything comes in what would be refused after it. @throws Refusal */
  async admit(act: TrackedAct, { ticketId }: PairHolder): Promise<void> {
    const found = await readTicket(this.database.sql, ticketId);
    if (!found) throw new NotFound('ticket');
    const { state } = found.ticket;
    if (!actsOn(found.ticket).includes(act)) throw refused(act, state);
  }
}

/** The ticket may have gone on since the citizen saw it: whoever lost that race reads where it is now. @throws Refusal */
export async function inCitizensWords(act: TrackedAct, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof TransitionRefused ? refused(act, error.state) : error;
  }
}

const refused = (act: TrackedAct, state: State): Refusal =>
  new Refusal('transition-refused', `${whyNot(act, state)}，请刷新查看最新进度；如有疑问请拨打12345`, { state });

function whyNot(act: TrackedAct, state: State): string {
  if (!isOpen(state)) return `${over[state] ?? '这件诉求已经办结'}，不能再${trackedActs[act].label}`;
  if (act === 'nudge' && state === 'incomplete') return '这件诉求还等您补充信息，补充后才能催办';
  return act === 'complete' ? '信息已经补全，不用再补' : `目前不能${trackedActs[act].label}`;
}

const over: { readonly [Each in State]?: string } = {
  withdrawn: '这件诉求已经撤回',
  void: '这件工单已经作废',
  merged: '这件诉求已与同一事项合并办理',
  'returned-up': '这件诉求已转回上级平台',
};
