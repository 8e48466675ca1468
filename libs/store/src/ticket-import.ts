import { Injectable } from '@nestjs/common';
import type { Actor } from '#ticket/actor';
import { importHistory, type PastFacts } from '#ticket/import-history';
import { register } from '#ticket/register';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { beginTicket, moveContext, type Request } from './begin-ticket';
import { KeyRing } from './key-ring';
import type { Sql } from './sql';
import { keyTaken } from './store-errors';
import { TicketNumbers } from './ticket-number';
import { ratingRow } from './ticket-rows';
import { uuidInMonthOf, uuidV7 } from './uuid-v7';
import { upstreamKeyOf, writeNewTickets, type NewTicket } from './write-new-tickets';

/** A ticket from a file. `sourceKey` names it for good: whatever has it is known, and is not added again. */
export interface ImportedTicket {
  readonly request: Request;
  readonly sourceKey: string;
  /** How it ended, when it is history; null for one that begins now. */
  readonly past: PastFacts | null;
}

/** What became of it; `refused` says why, in a clerk's words. */
export type Fate = 'accepted' | 'known' | { readonly refused: string };

/** What became of each, in their order, and the tickets that are new. */
export interface Added {
  readonly fates: readonly Fate[];
  readonly tickets: readonly Ticket[];
}

/** What is known of the keys of a batch, in the database and by the rows before. */
type Taken = Set<string>;

const keyOf = (kind: string, value: string): string => `${kind}\n${value}`;

/** Adds many tickets at once, each only if its source's key is new. */
@Injectable()
export class TicketImport {
  constructor(
    private readonly keys: KeyRing,
    private readonly numbers: TicketNumbers,
  ) {}

  /**
   * Writes those that are new in the caller's transaction, in one statement. What search reads of history the caller
   * writes too: nobody else is told of it.
   * @throws KeyTaken when somebody else adds the same at this moment: the transaction is to be tried again.
   */
  async add(sql: Sql, given: readonly ImportedTicket[], actor: Actor, at: Date): Promise<Added> {
    const taken = await takenOf(sql, given);
    const added: NewTicket[] = [];
    const fates: Fate[] = [];
    for (const each of given) {
      const fate = fateByKeys(each, taken) ?? (await this.begin(each, actor, at));
      const isBegun = typeof fate === 'object' && 'ticket' in fate;
      if (isBegun) {
        added.push(fate);
        for (const [kind, value] of keysOf(each)) taken.add(keyOf(kind, value));
      }
      fates.push(isBegun ? 'accepted' : fate);
    }
    if (added.length > 0) await write(sql, added);
    return { fates, tickets: added.map(({ ticket }) => ticket) };
  }

  private async begin({ request, sourceKey, past }: ImportedTicket, actor: Actor, at: Date) {
    const registeredAt = past?.registeredAt ?? at;
    const id = uuidV7(registeredAt);
    const named = { id, number: await this.numbers.take(registeredAt) };
    const context = moveContext(id, actor, at, (unit) => [unit]);
    try {
      const begun = beginTicket(this.keys, request, named, (given) =>
        past ? importHistory(given, past, context) : register(given, context),
      );
      return { ...begun, sourceKey, rows: { 'ticket.rating': ratingsOf(begun.ticket, actor) } };
    } catch (error) {
      if (error instanceof TransitionRefused) return { refused: error.detail };
      throw error;
    }
  }
}

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

async function write(sql: Sql, added: readonly NewTicket[]): Promise<void> {
  try {
    await writeNewTickets(sql, added);
  } catch (error) {
    throw keyTaken(error) ?? error;
  }
}
