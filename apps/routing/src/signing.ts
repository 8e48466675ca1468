import { Injectable } from '@nestjs/common';
import { extensionMoves } from '#ticket/extension-moves';
import { andThen, move, refuseOutOfPlace, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { Overtaken } from '#ticket/overtaken';
import type { ExtensionApprover } from '#ticket/request-state';
import type { SignOffKind } from '#ticket/sign-off';
import { partOf } from '#ticket/ticket';
import type { TransitionInput } from '#ticket/transition-input';
import { TransitionRefused } from '#ticket/transition-refused';
import type { RouteInput } from '#http-api/routes';
import { actsFor } from '#store/absence-rows';
import { extensionRow, extensionsOf } from '#store/extension-rows';
import { holdRow, isHoldPending } from '#store/hold-rows';
import { partClock } from '#store/part-clock';
import { decideSignOff, waitingSignOff, type WaitingSignOff } from '#store/sign-off-rows';
import type { Sql } from '#store/sql';
import { TicketStore, type Decision } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { askReturn } from './ask-return';

type Signature = RouteInput<'POST /api/assignments/:id/sign-off'>['body'];

/** What a signature sets in motion: the ticket as it was signed, what was put before the head, and by whom it is signed. */
interface Signed {
  readonly moved: Moved;
  readonly assignmentId: string;
  readonly waiting: WaitingSignOff;
  readonly context: MoveContext;
}

/** 签发: the head's word on what a part puts before them. What is signed is asked of the hotline in the same transaction. */
@Injectable()
export class Signing {
  constructor(private readonly store: TicketStore) {}

  async decide(ticketId: string, assignmentId: string, body: Signature, caller: Caller): Promise<void> {
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      refuseOutOfPlace(ticket, 'signOff');
      const waiting = await waitingSignOff(sql, ticketId, assignmentId);
      if (!waiting)
        throw new TransitionRefused('signOff', ticket.state, new Overtaken('没有待签发的事项', assignmentId));
      const onBehalfOf = await actsFor(sql, caller.id, 'department-head', context.at);
      const told = { signOffId: waiting.id, signOffKind: waiting.kind, ...(onBehalfOf !== null && { onBehalfOf }) };
      const moved = move(ticket, 'signOff', { assignmentId, ...body, ...told }, context);
      const decided = {
        ticketId,
        id: waiting.id,
        by: caller.id,
        onBehalfOf,
        at: context.at,
        note: body.reason ?? null,
      };
      await decideSignOff(sql, { ...decided, state: body.approve ? 'signed' : 'refused' });
      return body.approve ? submit[waiting.kind](sql, { moved, assignmentId, waiting, context }) : moved;
    });
  }
}

/** More time as it was sent; instants come from JSON. */
interface AskedForTime {
  readonly until: string;
  readonly reason: string;
  readonly basis: string;
  readonly attachmentIds: readonly string[];
  /** By the rule at that time. */
  readonly approver: ExtensionApprover;
}

/** What each kind asks of the hotline, as if it were asked at this moment: its guards decide once more. */
const submit: Readonly<Record<SignOffKind, (sql: Sql, signed: Signed) => Decision | Promise<Decision>>> = {
  reply: (_sql, { moved, assignmentId, waiting: { asked }, context }) =>
    andThen(moved, 'reply', { ...(asked as unknown as TransitionInput['reply']), assignmentId }, context),
  return: (sql, { moved, assignmentId, waiting: { id, asked }, context }) => {
    const input = { ...(asked as unknown as TransitionInput['return']), assignmentId };
    return askReturn(sql, moved, { input, id }, context);
  },
  extension: submitExtension,
  hold: submitHold,
};

async function submitExtension(sql: Sql, { moved, assignmentId, waiting, context }: Signed): Promise<Decision> {
  const { ticket } = moved;
  const clock = await partClock(sql, ticket.id, assignmentId);
  if (!clock) throw new Refusal('conflict', '本单位没有正在计时的办理时限');
  if ((await extensionsOf(sql, { ticketId: ticket.id, assignmentId })).pending)
    throw new Refusal('conflict', '已有延期申请待审批');
  const asked = waiting.asked as unknown as AskedForTime;
  const { reason, basis, attachmentIds, approver } = asked;
  const words = { reason, basis, attachmentIds, until: new Date(asked.until) };
  const input = { extensionId: waiting.id, assignmentId, ...clock, ...words };
  const part = partOf(ticket, input);
  const beside = { departmentId: part?.departmentId ?? '', approver, by: context.actor.id, at: context.at };
  const row = extensionRow(ticket.id, { ...input, ...beside });
  const next = andThen(moved, extensionMoves[part?.role ?? 'lead'].ask, input, context);
  return { ...next, rows: { 'ticket.extension': [row] } };
}

async function submitHold(sql: Sql, { moved, assignmentId, waiting, context }: Signed): Promise<Decision> {
  const { ticket } = moved;
  const asked = waiting.asked as unknown as TransitionInput['requestHold'];
  const input = { ...asked, assignmentId, holdId: waiting.id, reviewAt: new Date(asked.reviewAt) };
  const next = andThen(moved, 'requestHold', input, context);
  if (await isHoldPending(sql, ticket.id)) throw new Refusal('conflict', '已有挂账申请待审批');
  const departmentId = partOf(moved.ticket, input)?.departmentId ?? '';
  const beside = { departmentId, by: context.actor.id, at: context.at };
  return { ...next, rows: { 'ticket.hold': [holdRow(ticket.id, { ...input, ...beside })] } };
}
