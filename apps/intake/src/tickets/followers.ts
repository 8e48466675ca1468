import { Controller } from '@nestjs/common';
import { service } from '#ticket/actor';
import type { TicketEvent } from '#ticket/event';
import { move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { endStates, isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { Database } from '#store/database';
import { TicketStore } from '#store/ticket-store';
import { On } from '#queue/on';
import { Merging } from './merging';

const intake = service('intake');

/** A follower waits for nothing while its master is at work, or follows another one itself. */
const endedMaster = `SELECT 1 FROM ticket.ticket m WHERE m.id = t.merged_into_id
  AND (m.handled_at IS NOT NULL OR m.state IN ('${endStates.filter((state) => state !== 'merged').join("', '")}'))`;

/** Merged tickets follow their master: answered with it, or on their own again when it ends unanswered. */
@Controller()
export class Followers {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly merging: Merging,
  ) {}

  /** Called for a master that ended; by the sweep for a follower itself. Either way, both are looked at. */
  @On(
    'intake',
    [
      'ticket.approved',
      'ticket.answered-on-call',
      'ticket.referred',
      'ticket.signed',
      'ticket.answered-with-master',
      'ticket.return-up-accepted',
      'ticket.withdrawn',
      'ticket.voided',
    ],
    { waits: `t.state = 'merged' AND t.handled_at IS NULL AND EXISTS (${endedMaster})` },
  )
  async follow({ ticketId }: TicketEvent): Promise<void> {
    const followers = await this.database.sql.query<{ id: string }>(
      `SELECT id FROM ticket.ticket WHERE merged_into_id = $1 AND state = 'merged' AND handled_at IS NULL
       UNION ALL SELECT id FROM ticket.ticket WHERE id = $1 AND state = 'merged' AND handled_at IS NULL`,
      [ticketId],
    );
    for (const { id } of followers) {
      await this.store.move(id, intake, (ticket, context) => this.followed(ticket, context));
    }
  }

  private async followed(ticket: Ticket, context: MoveContext): Promise<Moved | null> {
    if (ticket.state !== 'merged' || ticket.handledAt) return null;
    const master = await this.merging.masterOf(ticket.mergedIntoId ?? '');
    if (master?.handledAt) {
      return move(ticket, 'answerWithMaster', { masterId: master.id, handledAt: master.handledAt }, context);
    }
    return !master || (!isOpen(master.state) && master.state !== 'merged')
      ? move(ticket, 'release', {}, context)
      : null;
  }
}
