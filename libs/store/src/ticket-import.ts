import type { Actor } from '#ticket/actor';
import { importHistory, type PastFacts } from '#ticket/import-history';
import { register } from '#ticket/register';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { beginTicket, moveContext, type Request } from './begin-ticket';
import type { KeyRing } from './key-ring';
import type { Sql } from './sql';
import { keyTaken } from './store-errors';
import type { TicketNumbers } from './ticket-number';
import { ratingRow } from './ticket-rows';
import { uuidInMonthOf, uuidV7 } from './uuid-v7';
import {
  newTicketsStatement,
  runNewTickets,
  upstreamKeyOf,
  type NewTicket,
  type NewTicketsStatement,
} from './write-new-tickets';

/** A ticket from a file. `sourceKey` names it for good: whatever has it is known, and is not added again. */
export interface ImportedTicket {
  readonly request: Request;
  readonly sourceKey: string;
  /** How it ended, when it is history; null for one that begins now. */
  readonly past: PastFacts | null;
}

/** What became of it; `refused` says why, in a clerk's words. */
export type Fate = 'accepted' | 'known' | { readonly refused: string };

/** What is to become of each, in their order, and the tickets that are new with the statement that writes them. */
export interface Begun {
  readonly fates: readonly Fate[];
  readonly tickets: readonly Ticket[];
  readonly statement: NewTicketsStatement | null;
}

/** What is known of the keys of a batch, in the database and by the rows before. */
type Taken = Set<string>;

const keyOf = (kind: string, value: string): string => `${kind}\n${value}`;

/** Adds many tickets at once, each only if its source's key is new. */
export class TicketImport {
  constructor(
    private readonly keys: KeyRing,
    private readonly numbers: TicketNumbers,
  ) {}

  /** Makes tickets of those whose keys nobody has taken. Nothing is written yet, and no transaction is open meanwhile. */
  async begin(sql: Sql, given: readonly ImportedTicket[], actor: Actor, at: Date): Promise<Begun> {
    const taken = await takenOf(sql, given);
    const numbers = await this.numbersFor(given, taken, at);
    const added: NewTicket[] = [];
    const fates = given.map((each): Fate => {
      const fate = fateByKeys(each, taken) ?? this.beginOne(each, { number: numbers.get(each) ?? '', actor, at });
      if (!isBegun(fate)) return fate;
      added.push(fate);
      for (const [kind, value] of keysOf(each)) taken.add(keyOf(kind, value));
      return 'accepted';
    });
    const statement = added.length > 0 ? newTicketsStatement(added) : null;
    return { fates, tickets: added.map(({ ticket }) => ticket), statement };
  }

  /**
   * Writes them in the caller's transaction, in one statement. What search reads of history the caller writes too: nobody
   * else is told of it.
   * @throws KeyTaken when somebody else added the same since: they are to be begun again.
   */
  async write(sql: Sql, { statement }: Begun): Promise<void> {
    if (!statement) return;
    try {
      await runNewTickets(sql, statement);
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
  }

  private async numbersFor(
    given: readonly ImportedTicket[],
    taken: Taken,
    at: Date,
  ): Promise<Map<ImportedTicket, string>> {
    const unknown = given.filter((each) => fateByKeys(each, taken) === null);
    const numbers = await this.numbers.takeMany(unknown.map(({ past }) => past?.registeredAt ?? at));
    return new Map(unknown.map((each, index) => [each, numbers[index] ?? '']));
  }

  private beginOne({ request, sourceKey, past }: ImportedTicket, { number, actor, at }: Beginning) {
    const id = uuidV7(past?.registeredAt ?? at);
    const context = moveContext(id, actor, at, (unit) => [unit]);
    try {
      const begun = beginTicket(this.keys, request, { id, number }, (given) =>
        past ? importHistory(given, past, context) : register(given, context),
      );
      return { ...begun, sourceKey, rows: { 'ticket.rating': ratingsOf(begun.ticket, actor) } };
    } catch (error) {
      if (error instanceof TransitionRefused) return { refused: error.detail };
      throw error;
    }
  }
}

interface Beginning {
  readonly number: string;
  readonly actor: Actor;
  readonly at: Date;
}

const isBegun = (fate: Fate | NewTicket): fate is NewTicket => typeof fate === 'object' && 'ticket' in fate;

function fateByKeys({ request, sourceKey }: ImportedTicket, taken: Taken): 'known' | { refused: string } | null {
  if (taken.has(keyOf('source', sourceKey))) return 'known';
  const upstream = upstreamKeyOf(request);
  return upstream !== null && taken.has(keyOf('upstream', upstream)) ? { refused: '上级工单编号已登记' } : null;
}

function keysOf({ request, sourceKey }: ImportedTicket): [kind: string, value: string][] {
  const upstream = upstreamKeyOf(request);
  return [['source', sourceKey], ...(upstream === null ? [] : [['upstream', upstream] as [string, string]])];
}

async function takenOf(sql: Sql, given: readonly ImportedTicket[]): Promise<Taken> {
  const asked = given.flatMap(keysOf);
  const rows = await sql.query<{ kind: string; value: string }>(
    `SELECT k.kind, k.value FROM unnest($1::text[], $2::text[]) AS asked (kind, value)
     JOIN ticket.ticket_key k ON k.kind = asked.kind AND k.value = asked.value`,
    [asked.map(([kind]) => kind), asked.map(([, value]) => value)],
  );
  return new Set(rows.map(({ kind, value }) => keyOf(kind, value)));
}

/** What the citizen said of it elsewhere is a rating like any other: it is that of the round in which it ended. */
function ratingsOf({ id, rating }: NewTicket['ticket'], { id: by }: Actor): object[] {
  if (!rating) return [];
  const { round, at, numberChanged } = rating;
  return [ratingRow(id, { id: uuidInMonthOf(id), rating, round, at, numberChanged, merged: false, by })];
}
