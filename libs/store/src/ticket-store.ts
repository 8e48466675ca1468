import { Injectable } from '@nestjs/common';
import { andThen, move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { register, type Registration } from '#ticket/register';
import type { Ticket } from '#ticket/ticket';
import type { MoveName } from '#ticket/transition';
import type { Edit, TransitionInput } from '#ticket/transition-input';
import { citizenRow, type Contact } from './citizen';
import { Clock } from './clock-now';
import { Committed } from './committed';
import { Database } from './database';
import { chain, chainStart } from './history-chain';
import { commitKey } from './idempotency';
import { KeyRing } from './key-ring';
import { readTicket, type StoredTicket } from './read-ticket';
import type { Sql } from './sql';
import { keyTaken, NotFound, VersionConflict } from './store-errors';
import { TicketNumbers } from './ticket-number';
import { trackingCode } from './tracking-code';
import { isUuid, uuidInMonthOf, uuidV7 } from './uuid-v7';
import { WriteBatch } from './write-batch';
import { writeCitizen } from './write-citizen';
import { writeMove } from './write-move';
import { writeNewTickets, type NewTicket } from './write-new-tickets';
import type { Writer } from './writer';

/** A ticket as somebody brings it: who asks stands in `contact`, and is stored under its own key. */
export type Request = Omit<Registration, 'id' | 'number' | 'trackingCode' | 'citizenId' | 'reachable'> & {
  readonly contact: Contact;
};

/** A transition that is made at once with the registration: the answer on the call, or the legal route. */
export type AtOnce = { [Name in 'answerOnCall' | 'refer']: { name: Name; input: TransitionInput[Name] } }[
  'answerOnCall' | 'refer'];

/** What the service makes of the ticket it finds under the lock; null leaves it alone. */
export type Decide = (ticket: Ticket, context: MoveContext, sql: Sql) => Moved | null | Promise<Moved | null>;

/** The only writer of tickets: state, history and event commit together. */
@Injectable()
export class TicketStore {
  private readonly registrations: WriteBatch<NewTicket>;

  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly numbers: TicketNumbers,
    private readonly time: { clock: Clock; committed: Committed },
  ) {
    this.registrations = new WriteBatch((added) => writeNewTickets(database.sql, added), { items: 64, writes: 2 });
  }

  /** @throws KeyTaken when the upstream number or the writer's idempotency key is known already. */
  async register(request: Request, writer: Writer, atOnce?: AtOnce): Promise<Ticket> {
    const at = this.time.clock.now();
    const { contact, ...given } = request;
    const id = uuidV7(at);
    const citizen = citizenRow(this.keys, contact);
    const context = this.context(id, writer, at);
    const begun = register(
      {
        ...given,
        id,
        number: await this.numbers.take(at),
        trackingCode: trackingCode(),
        citizenId: citizen?.id ?? null,
        reachable: contact.phone !== null,
      },
      context,
    );
    const { ticket, lines } = atOnce ? andThen(begun, atOnce.name, atOnce.input, context) : begun;
    const personal = { title: ticket.title, content: ticket.content, contact };
    const chained = chain(this.keys, chainStart, lines, personal);
    try {
      await this.registrations.add({ ticket, lines: chained, citizen, key: writer.key });
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
    this.time.committed.tell();
    return ticket;
  }

  /**
   * Locks the ticket, lets the caller decide from what is found, and commits state, history and event together.
   * @throws NotFound; whatever `decide` throws, with nothing written.
   */
  async move(ticketId: string, writer: Writer, decide: Decide): Promise<Ticket> {
    const outcome = await this.locked(ticketId, writer, decide);
    if (outcome.lines.length > 0) this.time.committed.tell();
    return outcome.ticket;
  }

  /** The plain case: one transition, whose guards decide. */
  apply<Name extends MoveName>(
    ticketId: string,
    name: Name,
    input: TransitionInput[Name],
    writer: Writer,
  ): Promise<Ticket> {
    return this.move(ticketId, writer, (ticket, context) => move(ticket, name, input, context));
  }

  /** People's edits of text, class, place and contact. @throws VersionConflict when the ticket is not at `version`. */
  edit(
    ticketId: string,
    change: { edit: Edit; contact?: Contact; version?: number; name?: 'edit' | 'complete' },
    writer: Writer,
  ): Promise<Ticket> {
    return this.move(ticketId, writer, async (ticket, context, sql) => {
      if (change.version !== undefined && change.version !== ticket.version) throw conflict(ticket, change.edit);
      const contact = change.contact && (await writeCitizen(sql, this.keys, change.contact));
      return move(ticket, change.name ?? 'edit', { ...change.edit, ...contact }, context);
    });
  }

  private async locked(ticketId: string, writer: Writer, decide: Decide): Promise<Moved> {
    if (!isUuid(ticketId)) throw new NotFound('ticket');
    try {
      return await this.database.transaction(async (sql) => {
        const found = await readTicket(sql, ticketId);
        if (!found) throw new NotFound('ticket');
        if (writer.key) await commitKey(sql, writer.key, ticketId, this.time.clock.now());
        const moved = await decide(found.ticket, this.context(ticketId, writer, this.time.clock.now()), sql);
        if (!moved) return { ticket: found.ticket, lines: [] };
        await this.write(sql, found, moved);
        return moved;
      }, ticketId);
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
  }

  private async write(sql: Sql, found: StoredTicket, moved: Moved): Promise<void> {
    await writeMove(sql, found.ticket, moved.ticket, chain(this.keys, found.head, moved.lines));
  }

  private context(ticketId: string, actor: Writer, at: Date): MoveContext {
    return { actor, at, newId: () => uuidInMonthOf(ticketId), pastClocks: new Set() };
  }
}

function conflict(ticket: Ticket, edit: Edit): VersionConflict {
  const fields = Object.keys(edit) as (keyof Edit)[];
  const differing = fields.filter((field) => JSON.stringify(ticket[field]) !== JSON.stringify(edit[field]));
  return new VersionConflict(ticket.version, Object.fromEntries(differing.map((field) => [field, ticket[field]])));
}
