import { Injectable } from '@nestjs/common';
import { move } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { mayFollow } from '#ticket/naming-guards';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { Database } from '#store/database';
import { readTicket } from '#store/read-ticket';
import type { Sql } from '#store/sql';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';

/** A chain of masters longer than this is a fault, not a matter. */
const longestChain = 20;

/** 并单: several citizens, one matter. Each keeps an own number; the master's answer is theirs too. */
@Injectable()
export class Merging {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
  ) {}

  /**
   * Merges into an open ticket, or into the master that this one follows itself. Both stay locked: a master that ends, or
   * is merged into this very ticket, at the same moment would leave both without anybody who answers.
   */
  async merge(id: string, intoId: string, caller: Caller): Promise<void> {
    const master = await this.masterOf(intoId);
    if (!master || !isOpen(master.state)) throw ended();
    const input = { intoId: master.id };
    const decide = async (ticket: Ticket, context: MoveContext, sql: Sql) => {
      const locked = (await readTicket(sql, master.id))?.ticket;
      if (!locked || !isOpen(locked.state)) throw ended();
      const refusal = mayFollow(ticket, locked);
      if (refusal) throw new Refusal('conflict', refusal);
      return move(ticket, 'merge', input, context);
    };
    await this.store.moveWith(id, caller, decide, [master.id]);
  }

  /** The ticket that answers for this one: masters are merged themselves at times, and the last of the chain answers. */
  async masterOf(id: string): Promise<Ticket | undefined> {
    let found = (await readTicket(this.database.sql, id))?.ticket;
    for (let step = 0; found?.state === 'merged' && !found.handledAt && found.mergedIntoId; step += 1) {
      if (step === longestChain) throw new Error(`ticket ${id} follows more than ${longestChain} masters`);
      found = (await readTicket(this.database.sql, found.mergedIntoId))?.ticket;
    }
    return found;
  }
}

const ended = (): Refusal => new Refusal('conflict', '并入的工单不存在或已办结');
