import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { instantOf } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { readCursor } from '#platform/cursor';
import { orders, TicketLists, type ListQuery, type Page } from '#platform/ticket-lists';
import type { SummaryRow } from '#platform/ticket-select';
import type { TicketSummary } from '#platform/ticket-views';
import { classMarks, type Class } from './class-marks';
import { gramsOfQuery, wordsOf } from '#platform/search-grams';
import { Stretches, type Stretch } from './stretches';
import { among, byTickets, byWords, sorted, walk, whole, type Sought } from './word-queries';

/** A word that no more texts have is rare: all of them are fetched, and then it is seen which are asked for. */
const rareTexts = 500;
/** The index is asked for this many times the months that should fill the page, */
const spare = 1.25;
/** for no more than so many times those of the stretch before (the month has perhaps just begun), and at last for all. */
const [widening, mostMonths] = [6, 12] as const;

/** What is known of a list from what it was asked for. */
export interface Known {
  /** Its own conditions leave few tickets of a month. */
  readonly isNarrow: boolean;
  /** The area whose closed tickets alone it may have. */
  readonly closedIn: string | undefined;
}

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

  async page(
    caller: Caller,
    list: ListQuery,
    sought: Sought,
    { isNarrow, closedIn }: Known,
  ): Promise<Page<TicketSummary>> {
    if (list.order === orders.dueAt) return this.lists.page(caller, whole(list, sought));
    const walked = await this.lists.rows(caller, walk(caller, list, sought, closedIn));
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
