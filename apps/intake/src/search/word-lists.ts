import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { monthStart } from '#store/partitions';
import { firstIdAt, instantOf } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { readCursor } from '#platform/cursor';
import { orders, TicketLists, type ListQuery, type Page } from '#platform/ticket-lists';
import type { SummaryRow } from '#platform/ticket-select';
import type { TicketSummary } from '#platform/ticket-views';
import { classMarks, type Class } from './class-marks';
import { gramsOfQuery, wordsOf } from './search-grams';

/** Words as they are looked for: what the index knows of them and of the class asked for, and the words, which decide. */
interface Sought {
  readonly grams: readonly number[];
  readonly words: readonly string[];
}

/** Texts that are read one after the other before the index is asked: a word that one in thirty has fills a page by then. */
const walkedTexts = 1_500;
/** A word that no more texts have is rare: all of them are fetched, and then it is seen which are asked for. */
const rareTexts = 500;
/** Months that the index is asked for at once, one stretch after the other, until the page is full; the last has all others. */
const stretches = [1, 6] as const;

const sorted = { isGathered: true, isPlannedOnce: true } as const;

/**
 * Lists of tickets that have words. Which way is short depends on how common a word is, which the database guesses badly:
 * of an array's rare elements it knows nothing. So the newest texts are read first, which is enough for a common one. Then
 * the index is asked for a rare one, and at last month after month. None of it reads much more than the page needs.
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
    const walked = await this.lists.rows(caller, walk(list, sought));
    if (walked.length > list.limit) return this.lists.pageOf(walked, list);
    const ids = await this.rareIds(sought);
    if (ids) return this.lists.page(caller, among(list, ids));
    return this.lists.pageOf(
      await this.gathered(caller, isNarrow ? byTickets(list, sought) : byWords(list, sought)),
      list,
    );
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

  private async gathered(caller: Caller, list: ListQuery): Promise<SummaryRow[]> {
    const rows: SummaryRow[] = [];
    for (const between of this.stretchesOf(list)) {
      const limit = list.limit - rows.length;
      rows.push(...(await this.lists.rows(caller, { ...list, limit, between, ...sorted })));
      if (rows.length > list.limit) break;
    }
    return rows;
  }

  /** Ids between which one stretch after the other lies, in the order of the list. */
  private stretchesOf(list: ListQuery): NonNullable<ListQuery['between']>[] {
    const [after] = readCursor(list.cursor, 'id') ?? [];
    const newest = after && list.order.descending ? instantOf(after) : this.clock.now();
    let [months, before] = [0, null as string | null];
    const found = stretches.map((width) => {
      const stretch = { from: firstIdAt(monthStart(newest, 1 - (months += width))), before };
      before = stretch.from;
      return stretch;
    });
    const all = [...found, { from: null, before }];
    return list.order.descending ? all : all.reverse();
  }
}

/** The next texts in the order of the list, each of which is looked into. */
function walk(list: ListQuery, sought: Sought): ListQuery {
  const { descending } = list.order;
  const [after] = readCursor(list.cursor, 'id') ?? [];
  const values = [...list.values];
  const behind = after ? `WHERE w.ticket_id ${descending ? '<' : '>'} $${values.push(after)}::uuid` : '';
  const texts = `SELECT w.ticket_id, w.words FROM intake.search_document w ${behind}
    ORDER BY w.ticket_id ${descending ? 'DESC' : 'ASC'} LIMIT ${walkedTexts}`;
  const from = () => `(${texts}) d, ${ticketOf}`;
  const [byId] = orders.registeredAt.keys;
  // The texts' own order, so that whoever has a full page need not read on.
  const order = { ...list.order, keys: [{ ...byId, sql: 'd.ticket_id' }] };
  return { ...withWords({ ...list, values }, { words: sought.words, grams: [] }, from), order, isPlannedOnce: true };
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
