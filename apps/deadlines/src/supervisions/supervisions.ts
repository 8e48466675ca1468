import { Injectable } from '@nestjs/common';
import { service } from '#ticket/actor';
import { move, refuseOutOfPlace } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { isOpen } from '#ticket/state';
import {
  mayMoveSupervision,
  supervisionStates,
  type SupervisionMove,
  type SupervisionOrder,
} from '#ticket/supervision';
import type { Ticket } from '#ticket/ticket';
import { transitions } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';
import { TransitionRefused } from '#ticket/transition-refused';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import {
  draftedSupervision,
  isDrafted,
  supervisionAfter,
  supervisionOf,
  writeSupervision,
  type DraftedBy,
  type SupervisionColumns,
} from '#store/supervision-rows';
import { TicketStore, type Decision } from '#store/ticket-store';
import { uuidV7 } from '#store/uuid-v7';
import type { Writer } from '#store/writer';

/** A move of an order that exists. */
export type LaterMove = Exclude<SupervisionMove, 'supervise'>;

/** What a move of an order says, and what is printed with it. */
export interface Said<Name extends LaterMove> {
  readonly input: Omit<TransitionInput[Name], 'supervisionId'>;
  readonly printed?: object;
}

/** What a move is decided from, under the ticket's lock. */
export interface Found {
  readonly order: SupervisionColumns;
  readonly ticket: Ticket;
  readonly context: MoveContext;
  readonly sql: Sql;
}

/** An order that is owed without a person having asked for it. */
export interface OwedDraft {
  readonly ticketId: string;
  readonly by: DraftedBy;
  /** What it says; null when what called for it does not hold. */
  readonly say: (ticket: Ticket) => Pick<SupervisionOrder, 'level' | 'cause' | 'requirement'> | null;
  /** Within the same transaction: nothing is owed any more. */
  readonly seenTo: (sql: Sql) => Promise<void>;
}

const deadlines = service('deadlines');

/** 督办单: each step is a move of its ticket, told in its history, and changes the order's row as that line tells. */
@Injectable()
export class Supervisions {
  constructor(private readonly store: TicketStore) {}

  /** Drafts one; answers its id. @throws whatever `order` throws, with nothing written */
  async draft(
    ticketId: string,
    writer: Writer,
    order: (ticket: Ticket, sql: Sql) => Promise<SupervisionOrder>,
  ): Promise<string> {
    let id = '';
    await this.store.moveWith(ticketId, writer, async (ticket, context, sql) => {
      refuseOutOfPlace(ticket, 'supervise');
      const decision = drafted(ticket, await order(ticket, sql), context);
      id = decision.reference;
      return decision;
    });
    return id;
  }

  /**
   * Drafts what is owed, once by whatever calls for it, however often it is asked; a person signs it, or gives it up.
   * Nobody is ordered when the ticket is over, and while nobody leads: a cause waits for whoever will, a due time was
   * somebody else's. Answers whether one was drafted.
   */
  async draftOwed({ ticketId, by, say, seenTo }: OwedDraft): Promise<boolean> {
    let isNew = false;
    await this.store.moveWith(ticketId, deadlines, async (ticket, context, sql) => {
      const { leadDepartmentId: departmentId } = ticket;
      isNew = false;
      if (!departmentId && isOpen(ticket.state) && 'ground' in by) return null;
      await seenTo(sql);
      const said = departmentId && isOpen(ticket.state) ? say(ticket) : null;
      if (!departmentId || !said || (await isDrafted(sql, ticketId, by))) return null;
      isNew = true;
      return drafted(ticket, { ...said, departmentId, copyTo: [] }, context, by);
    });
    return isNew;
  }

  /**
   * Moves an order that exists, as `say` says it.
   * @throws NotFound; TransitionRefused when the order or its ticket is not in a state for it
   */
  async move<Name extends LaterMove>(
    { ticketId, id }: { ticketId: string; id: string },
    name: Name,
    writer: Writer,
    say: (found: Found) => Said<Name> | Promise<Said<Name>>,
  ): Promise<void> {
    await this.store.moveWith(ticketId, writer, async (ticket, context, sql) => {
      refuseOutOfPlace(ticket, name);
      const order = await supervisionOf(sql, ticketId, id);
      if (!order) throw new NotFound('supervision');
      if (!mayMoveSupervision(order.state, name)) throw outOfPlace(ticket, order, name);
      const { input, printed } = await say({ order, ticket, context, sql });
      const moved = move(ticket, name, { ...input, supervisionId: id } as TransitionInput[Name], context);
      for (const line of moved.lines) await writeSupervision(sql, supervisionAfter(order, name, line), printed);
      return { ...moved, reference: id };
    });
  }
}

function drafted(
  ticket: Ticket,
  order: SupervisionOrder,
  context: MoveContext,
  by?: DraftedBy,
): Decision & { reference: string } {
  const supervisionId = uuidV7(context.at);
  const moved = move(ticket, 'supervise', { ...order, ...by, supervisionId }, context);
  return { ...moved, rows: { 'ticket.supervision': moved.lines.map(draftedSupervision) }, reference: supervisionId };
}

const outOfPlace = (ticket: Ticket, { state }: SupervisionColumns, name: LaterMove): TransitionRefused =>
  new TransitionRefused(
    name,
    ticket.state,
    `“${supervisionStates[state].label}”的督办单不能${transitions[name].label.replace('督办单', '')}`,
  );
