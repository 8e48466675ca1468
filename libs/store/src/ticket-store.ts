import { Injectable } from '@nestjs/common';
import { andThen, move, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { redactCitizen } from '#ticket/redact-identity';
import { register } from '#ticket/register';
import type { Ticket } from '#ticket/ticket';
import type { MoveName } from '#ticket/transition';
import type { Edit, TransitionInput } from '#ticket/transition-input';
import { beginTicket, moveContext, type Request } from './begin-ticket';
import type { Contact } from './citizen';
import { Clock } from './clock-now';
import { Committed } from './committed';
import { Database } from './database';
import { chain } from './history-chain';
import { KeyRing } from './key-ring';
import { isNameless } from './nameless-title';
import { readTicket, type StoredTicket, type Which } from './read-ticket';
import type { Sql } from './sql';
import { keyTaken, NotFound, VersionConflict } from './store-errors';
import { TicketNumbers } from './ticket-number';
import type { TicketRows } from './ticket-rows';
import { toldOvertaken } from './told-overtaken';
import { isUuid, uuidV7 } from './uuid-v7';
import { WriteBatch } from './write-batch';
import { readContact, writeCitizen } from './write-citizen';
import { writeMove } from './write-move';
import { laneOf, writeNewTickets, type NewTicket } from './write-new-tickets';
import type { Writer } from './writer';

/** A transition that is made at once with the registration: the answer on the call, or the legal route. */
export type AtOnce = { [Name in 'answerOnCall' | 'refer']: { name: Name; input: TransitionInput[Name] } }[
  'answerOnCall' | 'refer'];

/** A move, and rows beside the ticket that commit with it. */
export interface Decision extends Moved {
  readonly rows?: Partial<TicketRows>;
  /** The row that a repeated write is answered from, where that is not the ticket. */
  readonly reference?: string;
}

/** What the service makes of the ticket it finds; null leaves it alone. */
export type Decide = (ticket: Ticket, context: MoveContext) => Decision | null | Promise<Decision | null>;

/** The same, reading and changing further rows in the same transaction. */
export type DecideWith = (ticket: Ticket, context: MoveContext, sql: Sql) => Decision | null | Promise<Decision | null>;

/** Lost races before a move takes the lock first. */
const attemptsWithoutLock = 3;

/** The only writer of tickets: state, history and event commit together. */
@Injectable()
export class TicketStore {
  private readonly registrations: WriteBatch<NewTicket>;

  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly numbers: TicketNumbers,
    private readonly around: { clock: Clock; committed: Committed; unitsOf: MoveContext['unitsOf'] },
  ) {
    this.registrations = new WriteBatch((added) => writeNewTickets(database.sql, added), { items: 64, writes: 2 });
  }

  /** @throws KeyTaken when the upstream number or the writer's idempotency key is known already. */
  async register(request: Request, writer: Writer, atOnce?: AtOnce): Promise<Ticket> {
    const at = this.around.clock.now();
    const id = uuidV7(at);
    const context = this.context(id, writer, at);
    const begun = beginTicket(this.keys, request, { id, number: await this.numbers.take(at) }, (given) => {
      const registered = register(given, context);
      return atOnce ? andThen(registered, atOnce.name, atOnce.input, context) : registered;
    });
    try {
      const { committed } = this.around;
      const { key, origin } = writer;
      await committed.registration(() => this.registrations.add({ ...begun, key, origin }));
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
    this.around.committed.tell(laneOf(begun.ticket));
    return begun.ticket;
  }

  /**
   * Reads the ticket, lets the caller decide, and writes the move if the ticket still is as it was read; otherwise the
   * caller decides again from what is found then.
   * @throws NotFound; whatever `decide` throws, with nothing written.
   */
  async move(which: Which, writer: Writer, decide: Decide): Promise<Ticket> {
    const { sql } = this.database;
    let found = await findTicket(sql, which);
    const { id } = found.ticket;
    for (let attempt = 1; ; attempt += 1) {
      const moved = await this.decided(sql, id, writer, (context) => decide(found.ticket, context));
      if (!moved) return this.unmoved(found.ticket, writer);
      if (await this.write(sql, found, moved, writer)) {
        this.around.committed.tell(laneOf(moved.ticket));
        return moved.ticket;
      }
      if (attempt === attemptsWithoutLock) return this.moveWith(id, writer, decide);
      found = await findTicket(sql, id);
    }
  }

  /**
   * The same for a move that reads or changes further rows: the ticket stays locked while the caller decides, and so does
   * another one that the decision rests on.
   */
  async moveWith(
    ticketId: string,
    writer: Writer,
    decide: DecideWith,
    beside: readonly string[] = [],
  ): Promise<Ticket> {
    if (!isUuid(ticketId)) throw new NotFound('ticket');
    const locked = [ticketId, ...beside];
    const ticket = await this.database.transaction((sql) => this.moveLocked(sql, ticketId, writer, decide), locked);
    this.around.committed.tell(laneOf(ticket));
    return ticket;
  }

  /** Several tickets in one transaction, each locked from its beginning: all that `work` does commits, or nothing. */
  async moveTogether<Result>(
    ticketIds: readonly string[],
    writer: Writer,
    work: (sql: Sql, moveOne: (ticketId: string, decide: DecideWith) => Promise<Ticket>) => Promise<Result>,
  ): Promise<Result> {
    const result = await this.database.transaction(
      (sql) => work(sql, (ticketId, decide) => this.moveLocked(sql, ticketId, writer, decide)),
      ticketIds,
    );
    this.around.committed.tell();
    return result;
  }

  private async moveLocked(sql: Sql, ticketId: string, writer: Writer, decide: DecideWith): Promise<Ticket> {
    const found = await findTicket(sql, ticketId);
    const moved = await this.decided(sql, ticketId, writer, (context) => decide(found.ticket, context, sql));
    if (!moved) return this.unmoved(found.ticket, writer);
    if (!(await this.write(sql, found, moved, writer))) throw new Error(`ticket ${ticketId} was moved under its lock`);
    return moved.ticket;
  }

  /** As it stands this moment. @throws NotFound */
  async find(ticketId: string): Promise<Ticket> {
    return (await findTicket(this.database.sql, ticketId)).ticket;
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
    change: {
      edit: Edit;
      contact?: Partial<Contact>;
      /** Why the number to call back is another one, where it is. */
      numberReason?: string;
      version?: number;
      name?: 'edit' | 'complete';
    },
    writer: Writer,
  ): Promise<Ticket> {
    return this.moveWith(ticketId, writer, async (ticket, context, sql) => {
      if (change.version !== undefined && change.version !== ticket.version) throw conflict(ticket, change.edit);
      const written = change.contact && (await writeCitizen(sql, this.keys, ticket.citizenId, change.contact));
      const { numberChanged = false, ...contact } = written ?? {};
      const edited = await this.edited(ticket, change.name ?? 'edit', { ...change.edit, ...contact }, context, sql);
      const { numberReason: reason } = change;
      return numberChanged ? andThen(edited, 'changeCallbackNumber', { reason }, context) : edited;
    });
  }

  /** As it was sent; but a title that must name nobody does not, also from now on. */
  private async edited(ticket: Ticket, name: 'edit' | 'complete', edit: Edit, context: MoveContext, sql: Sql) {
    const edited = move(ticket, name, edit, context);
    const { citizenId, title } = edited.ticket;
    const contact = isNameless(edited.ticket) && citizenId ? await readContact(sql, this.keys, citizenId) : null;
    const left = contact ? redactCitizen(title, contact) : title;
    return left === title ? edited : move(ticket, name, { ...edit, title: left }, context);
  }

  /** Whoever came too late is told who did what meanwhile. */
  private async decided(
    sql: Sql,
    ticketId: string,
    writer: Writer,
    decide: (context: MoveContext) => Decision | null | Promise<Decision | null>,
  ): Promise<Decision | null> {
    try {
      return await decide(this.context(ticketId, writer, this.around.clock.now()));
    } catch (error) {
      throw await toldOvertaken(sql, ticketId, error, writer);
    }
  }

  private async write(sql: Sql, found: StoredTicket, moved: Decision, { key, origin }: Writer): Promise<boolean> {
    const lines = chain(this.keys, found.head, moved.lines);
    try {
      return await writeMove(sql, found.ticket, { ...moved, lines, key, origin });
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
  }

  /** Nothing was to be done; only services find that, and they bring no key. */
  private unmoved(ticket: Ticket, { key }: Writer): Ticket {
    if (key) throw new Error('a person asked for a move and none was made');
    return ticket;
  }

  private context(ticketId: string, actor: Writer, at: Date): MoveContext {
    return moveContext(ticketId, actor, at, this.around.unitsOf);
  }
}

function conflict(ticket: Ticket, edit: Edit): VersionConflict {
  const fields = Object.keys(edit) as (keyof Edit)[];
  const differing = fields.filter((field) => JSON.stringify(ticket[field]) !== JSON.stringify(edit[field]));
  return new VersionConflict(ticket.version, Object.fromEntries(differing.map((field) => [field, ticket[field]])));
}

async function findTicket(sql: Sql, which: Which): Promise<StoredTicket> {
  const found = await readTicket(sql, which);
  if (!found) throw new NotFound(typeof which === 'string' ? 'ticket' : 'assignment');
  return found;
}
