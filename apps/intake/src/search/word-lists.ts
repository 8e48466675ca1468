import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { instantOf } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { readCursor } from '#platform/cursor';
import { firstInScope } from '#platform/scope';
import { orders, TicketLists, type ListQuery, type Page } from '#platform/ticket-lists';
import type { SummaryRow } from '#platform/ticket-select';
import type { TicketSummary } from '#platform/ticket-views';
import { classMarks, type Class } from './class-marks';
import { gramsOfQuery, wordsOf } from './search-grams';
import { Stretches, type Stretch } from './stretches';

/** Words as they are looked for: what the index knows of them and of the class asked for, and the words, which decide. */
interface Sought {
  readonly grams: readonly number[];
  readonly words: readonly string[];
}

/** Texts that are read one after the other before the index is asked: a word that one in thirty has fills a page by then. */
const walkedTexts = 1_500;
/** The same of a department, whose texts lie far apart: a word that one in six has. */
const walkedOwnTexts = 300;
/** A word that no more texts have is rare: all of them are fetched, and then it is seen which are asked for. */
const rareTexts = 500;
/** The index is asked for this many times the months that should fill the page, */
const spare = 1.25;
/** for no more than so many times those of the stretch before (the month has perhaps just begun), and at last for all. */
const [widening, mostMonths] = [6, 12] as const;

const sorted = { isGathered: true, isPlannedOnce: true } as const;

/**
 * Lists of tickets that have words. Which way is short depends on how common a word is, which the database guesses badly:
 * of an array's rare elements it knows nothing. So the newest texts are read first, which is enough for a common one. Then
 * the index is asked for the newest month, for all tickets of a rare one, and at last for as many months as that one's
 * number says. None of it reads much more than the page needs.
 */
@Injectable()
export class WordLists {
  constructor(
    private readonly lists: TicketLists,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Nothing when there is no word to look for. */
  sought(q: string, itsClass: Partial<Class>): Sought | undefined {
    const grams = gramsOfQuery(q);
    return grams.length > 0 ? { grams: [...grams, ...classMarks(itsClass)], words: wordsOf(q) } : undefined;
  }

  /** @param isNarrow whether the list's own conditions leave few tickets of a month */
  async page(caller: Caller, list: ListQuery, sought: Sought, isNarrow: boolean): Promise<Page<TicketSummary>> {
    if (list.order === orders.dueAt) return this.lists.page(caller, this.whole(list, sought));
    const walked = await this.lists.rows(caller, walk(caller, list, sought));
    if (walked.length > list.limit) return this.lists.pageOf(walked, list);
    const asked = isNarrow ? byTickets(list, sought) : byWords(list, sought);
    const stretches = new Stretches(await this.beginningOf(list), list.order.descending);
    const rows = await this.gathered(caller, asked, stretches.next(1));
    if (rows.length <= list.limit) {
      const ids = await this.rareIds(sought);
      if (ids) return this.lists.page(caller, among(list, ids));
      await this.gatherMore(caller, asked, stretches, rows);
    }
    return this.lists.pageOf(rows, list);
  }

  /** All tickets of the class that have the words, whoever may see them; nothing when they are many. */
  private async rareIds({ grams, words }: Sought): Promise<string[] | undefined> {
    const values: unknown[] = [grams];
    const each = words.map((word) => ` AND position($${values.push(word)} in words) > 0`);
    const rows = await this.database.sql.query<{ id: string }>(
      `SELECT ticket_id AS id FROM intake.search_document WHERE grams @> $1::int[]${each.join('')} LIMIT ${rareTexts + 1}`,
      values,
    );
    return rows.length > rareTexts ? undefined : rows.map(({ id }) => id);
  }

  /** All tickets that have the words, as one list. */
  whole(list: ListQuery, sought: Sought): ListQuery {
    return withWords(list, sought, () => 'ticket.ticket t JOIN intake.search_document d ON d.ticket_id = t.id');
  }

  private gathered(caller: Caller, list: ListQuery, between: Stretch): Promise<SummaryRow[]> {
    return this.lists.rows(caller, { ...list, between, ...sorted });
  }

  /** Adds to the rows of the first month those of the next ones, of as many as should fill the page. */
  private async gatherMore(caller: Caller, list: ListQuery, stretches: Stretches, rows: SummaryRow[]): Promise<void> {
    let [months, found] = [1, rows.length];
    while (rows.length <= list.limit && months < Infinity) {
      months = monthsFor(list.limit + 1 - rows.length, { months, found });
      const limit = list.limit - rows.length;
      const more = await this.gathered(caller, { ...list, limit }, stretches.next(months));
      found = more.length;
      rows.push(...more);
    }
  }

  /** When the first ticket was registered that the list may have. */
  private async beginningOf({ cursor, order }: ListQuery): Promise<Date> {
    const [after] = readCursor(cursor, 'id') ?? [];
    if (after) return instantOf(after);
    if (order.descending) return this.clock.now();
    const oldest = await this.database.sql.one<{ id: string }>(
      'SELECT ticket_id AS id FROM intake.search_document ORDER BY ticket_id LIMIT 1',
    );
    return oldest ? instantOf(oldest.id) : this.clock.now();
  }
}

/** Months that should bring so many more, as the stretch before did; all that are left when they are many. */
function monthsFor(missing: number, { months, found }: { months: number; found: number }): number {
  const enough = found === 0 ? Infinity : Math.ceil((spare * missing * months) / found);
  const next = Math.min(enough, widening * months);
  return next <= mostMonths ? next : Infinity;
}

/** The next texts in the order of the list that the caller may see, each of which is looked into. */
function walk(caller: Caller, list: ListQuery, sought: Sought): ListQuery {
  const values = [...list.values];
  const texts = nextTexts(caller, list, values);
  const from = () => `(${texts}) d, ${ticketOf}`;
  const [byId] = orders.registeredAt.keys;
  // The texts' own order, so that whoever has a full page need not read on.
  const order = { ...list.order, keys: [{ ...byId, sql: 'd.ticket_id' }] };
  return { ...withWords({ ...list, values }, { words: sought.words, grams: [] }, from), order, isPlannedOnce: true };
}

function nextTexts(caller: Caller, { cursor, order: { descending } }: ListQuery, values: unknown[]): string {
  const [after] = readCursor(cursor, 'id') ?? [];
  const place = after && `$${values.push(after)}::uuid`;
  const behind = (column: string) => (place ? ` AND ${column} ${descending ? '<' : '>'} ${place}` : '');
  const own = firstInScope(caller, values, { behind, descending, limit: walkedOwnTexts });
  return own === null
    ? `SELECT w.ticket_id, w.words FROM intake.search_document w WHERE true${behind('w.ticket_id')}
       ORDER BY w.ticket_id ${descending ? 'DESC' : 'ASC'} LIMIT ${walkedTexts}`
    : `SELECT o.ticket_id, w.words FROM (${own}) o, LATERAL (SELECT * FROM intake.search_document k WHERE k.ticket_id = o.ticket_id OFFSET 0) w`;
}

/** Each by its id, which PostgreSQL would not do by itself: it takes every month for one that has to be looked into. */
const ticketOf = 'LATERAL (SELECT * FROM ticket.ticket k WHERE k.id = d.ticket_id OFFSET 0) t';

/** Those of these tickets that are asked for. */
function among(list: ListQuery, ids: readonly string[]): ListQuery {
  const values = [...list.values];
  const source = `unnest($${values.push(ids)}::uuid[]) d(ticket_id), ${ticketOf}`;
  return { ...list, values, from: () => source, ...sorted };
}

/** What the index has of the words, and of that what is asked for. */
function byWords(list: ListQuery, { grams, words }: Sought): ListQuery {
  const values = [...list.values];
  const index = `w.grams @> $${values.push(grams)}::int[]`;
  const texts = (bounds: (column: string) => string) =>
    `(SELECT w.ticket_id, w.words FROM intake.search_document w WHERE ${index}${bounds('w.ticket_id')}) d, ${ticketOf}`;
  return withWords({ ...list, values }, { grams: [], words }, texts);
}

/** What is asked for, and of that what has the words. */
const byTickets = (list: ListQuery, { words }: Sought): ListQuery =>
  withWords(
    list,
    { grams: [], words },
    () => 'ticket.ticket t, LATERAL (SELECT w.words FROM intake.search_document w WHERE w.ticket_id = t.id OFFSET 0) d',
  );

/** The index finds texts with all pairs of characters; the text itself decides. */
function withWords(list: ListQuery, { grams, words }: Sought, from: ListQuery['from']): ListQuery {
  const [conditions, values] = [[...list.conditions], [...list.values]];
  for (const word of words) conditions.push(`position($${values.push(word)} in d.words) > 0`);
  if (grams.length > 0) conditions.push(`d.grams @> $${values.push(grams)}::int[]`);
  return { ...list, conditions, values, from };
}
