import { Injectable } from '@nestjs/common';
import { andThen, move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { states } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import type { RouteAnswer } from '#http-api/routes';
import type { Instruction } from '#http-api/transfer-shapes';
import { Database } from '#store/database';
import { KeyTaken, NotFound } from '#store/store-errors';
import { ratingRow } from '#store/ticket-rows';
import { TicketStore, type Decision } from '#store/ticket-store';
import type { ChannelClient } from '#platform/channel-clients';
import { Refusal } from '#platform/problems';
import { KnownMessages } from '../channels/known-messages';

type Told = RouteAnswer<'POST /api/transfers/instructions'>;
type Kind = Instruction['kind'];
type Carry<K extends Kind> = (
  ticket: Ticket,
  instruction: Extract<Instruction, { kind: K }>,
  context: MoveContext,
) => Decision;

/** What each instruction of theirs does to the ticket. */
const carries: { readonly [K in Kind]: Carry<K> } = {
  urge: (ticket, { text }, context) => move(ticket, 'urge', { by: 'notice', text }, context),
  supplement: (ticket, { text }, context) => move(ticket, 'supplement', { text }, context),
  accept: (ticket, _instruction, context) => move(ticket, 'upstreamAccept', {}, context),
  rework: (ticket, { dueAt, reason }, context) => {
    const reworked = move(ticket, 'upstreamRework', dueAt ? { dueAt: new Date(dueAt) } : {}, context);
    return reason === undefined ? reworked : andThen(reworked, 'supplement', { text: reason }, context);
  },
  'return-accepted': (ticket, _instruction, context) => move(ticket, 'returnUpAccepted', {}, context),
  'return-refused': (ticket, { reason }, context): Moved => {
    const refused = move(ticket, 'returnUpRefused', {}, context);
    return reason === undefined ? refused : andThen(refused, 'supplement', { text: reason }, context);
  },
  rate: (ticket, { kind: _kind, messageId: _id, upstreamNumber: _number, comment, ...given }, context) => {
    const id = context.newId();
    const rating = { source: 'upstream', ...given } as const;
    const numberChanged = ticket.callbackNumberChanges > 0;
    const told = { round: ticket.round, merged: ticket.state === 'merged', by: context.actor.id, at: context.at };
    const row = ratingRow(ticket.id, { id, rating, comment, numberChanged, ...told });
    return {
      ...move(ticket, 'rate', { ratingId: id, comment, ...rating }, context),
      rows: { 'ticket.rating': [row] },
    };
  },
};

/** 上级指令: what the system a ticket came from says of it, once for each of its messages. */
@Injectable()
export class Instructions {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly messages: KnownMessages,
  ) {}

  /** The same message again is answered by how the ticket stands, and does nothing. @throws Refusal, NotFound, TransitionRefused */
  async carryOut(instruction: Instruction, client: ChannelClient): Promise<Told> {
    const id = await this.ticketOf(instruction.upstreamNumber, client);
    const value = this.messages.digest(client, 'instruction', instruction.messageId);
    if (!(await this.messages.ticketOf(value))) {
      const writer = { ...client, origin: { kind: 'message', value } as const };
      await this.store
        .move(id, writer, (ticket, context) => carry(instruction, ticket, context))
        .catch((error: unknown) => {
          // Sent twice at once: the other one has done it.
          if (!(error instanceof KeyTaken && error.kind === 'message')) throw error;
        });
    }
    return this.now(id);
  }

  /** Theirs only. @throws NotFound */
  private async ticketOf(upstreamNumber: string, { system }: ChannelClient): Promise<string> {
    if (system === null) throw new Refusal('forbidden', '该接入方未设系统代号，不能对工单下达指令');
    const row = await this.database.sql.one<{ id: string }>(
      `SELECT reference AS id FROM ticket.ticket_key WHERE kind = 'upstream' AND value = $1`,
      [`${system}/${upstreamNumber}`],
    );
    if (!row) throw new NotFound('ticket');
    return row.id;
  }

  private async now(id: string): Promise<Told> {
    const row = await this.database.sql
      .about(id)
      .one<Pick<Ticket, 'number' | 'state'>>(`SELECT number, state FROM ticket.ticket WHERE id = $1`, [id]);
    if (!row) throw new NotFound('ticket');
    return { ...row, stateLabel: states[row.state].label };
  }
}

const carry = (instruction: Instruction, ticket: Ticket, context: MoveContext): Decision =>
  (carries[instruction.kind] as (...given: [Ticket, Instruction, MoveContext]) => Decision)(
    ticket,
    instruction,
    context,
  );
