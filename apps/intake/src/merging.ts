import { Controller } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { TicketEvent } from '#ticket/event';
import { move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { Database } from '#store/database';
import { readTicket } from '#store/read-ticket';
import { TicketStore } from '#store/ticket-store';
import { On } from '#queue/on';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';

const intake = service('intake');

/** 并单: several citizens, one matter. Each keeps an own number; the master's answer is theirs too. */
@Controller()
export class Merging {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
  ) {}

  /** Merges into an open ticket, or into the master that this one follows itself. */
  async merge(id: string, intoId: string, caller: Caller): Promise<void> {
    const master = await this.masterOf(intoId);
    if (!master || !isOpen(master.state)) throw new Refusal('conflict', '并入的工单不存在或已办结');
    await this.store.apply(id, 'merge', { intoId: master.id }, caller);
  }

  /** The followers of a master that was answered are answered; those of one that ended unanswered go their own way again. */
  @On(
    'intake',
    [
      'ticket.approved',
      'ticket.answered-on-call',
      'ticket.referred',
      'ticket.answered-with-master',
      'ticket.return-up-accepted',
      'ticket.withdrawn',
      'ticket.voided',
    ],
    { waits: `t.state = 'merged' AND t.handled_at IS NULL` },
  )
  async follow({ ticketId }: TicketEvent): Promise<void> {
    const followers = await this.database.sql.query<{ id: string }>(
      `SELECT id FROM ticket.ticket WHERE merged_into_id = $1 AND state = 'merged' AND handled_at IS NULL
       UNION ALL SELECT id FROM ticket.ticket WHERE id = $1 AND state = 'merged' AND handled_at IS NULL`,
      [ticketId],
    );
    for (const { id } of followers)
      await this.store.move(id, intake, (ticket, context) => this.followed(ticket, context));
  }

  private async followed(ticket: Ticket, context: MoveContext): Promise<Moved | null> {
    if (ticket.state !== 'merged' || ticket.handledAt) return null;
    const master = await this.masterOf(ticket.mergedIntoId ?? '');
    if (master?.handledAt) {
      return move(ticket, 'answerWithMaster', { masterId: master.id, handledAt: master.handledAt }, context);
    }
    return !master || (!isOpen(master.state) && master.state !== 'merged')
      ? move(ticket, 'release', {}, context)
      : null;
  }

  /** Masters are merged themselves at times: the last of the chain answers. */
  private async masterOf(id: string): Promise<Ticket | undefined> {
    let found = (await readTicket(this.database.sql, id))?.ticket;
    for (let step = 0; found?.state === 'merged' && !found.handledAt && found.mergedIntoId && step < 20; step += 1) {
      found = (await readTicket(this.database.sql, found.mergedIntoId))?.ticket;
    }
    return found;
  }
}
