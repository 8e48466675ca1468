import type { Caller } from '#platform/caller';
import { readCursor } from '#platform/cursor';
import { firstInScope } from '#platform/scope';
import { orders, type ListQuery } from '#platform/ticket-lists';

/** Words as they are looked for: what the index knows of them and of the class asked for, and the words, which decide. */
export interface Sought {
  readonly grams: readonly number[];
  readonly words: readonly string[];
}

/** Texts that are read one after the other before the index is asked: a word that one in thirty has fills a page by then. */
const walkedTexts = 1_500;
/** The same of a department, whose texts lie far apart: a word that one in six has. */
const walkedOwnTexts = 300;
/** The same of an area's closed tickets. */
const walkedOfArea = 500;
/** For what is not read in the list's order. */
export const sorted = { isGathered: true, isPlannedOnce: true } as const;

/**
 * The next texts in the order of the list that the caller may see, each of which is looked into.
 * @param closedIn the area whose closed tickets alone are asked for: all the newest texts may be of open ones
 */
export function walk(caller: Caller, list: ListQuery, sought: Sought, closedIn: string | undefined): ListQuery {
  const values = [...list.values];
  const texts = nextTexts(caller, list, values, closedIn);
  const from = () => `(${texts}) d, ${ticketOf}`;
  const [byId] = orders.registeredAt.keys;
  // The texts' own order, so that whoever has a full page need not read on.
  const order = { ...list.order, keys: [{ ...byId, sql: 'd.ticket_id' }] };
  return { ...withWords({ ...list, values }, { words: sought.words, grams: [] }, from), order, isPlannedOnce: true };
}

function nextTexts(caller: Caller, list: ListQuery, values: unknown[], closedIn: string | undefined): string {
  const { descending } = list.order;
  const [after] = readCursor(list.cursor, 'id') ?? [];
  const place = after && `$${values.push(after)}::uuid`;
  const behind = (column: string) => (place ? ` AND ${column} ${descending ? '<' : '>'} ${place}` : '');
  const inOrder = (column: string, limit: number) => `ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} LIMIT ${limit}`;
  const own = firstInScope(caller, values, { behind, descending, limit: walkedOwnTexts });
  if (own !== null) return textsOf(own);
  if (closedIn === undefined)
    return `SELECT w.ticket_id, w.words FROM intake.search_document w WHERE true${behind('w.ticket_id')}
       ${inOrder('w.ticket_id', walkedTexts)}`;
  return textsOf(`SELECT t.id AS ticket_id FROM ticket.ticket t
    WHERE t.area_code = $${values.push(closedIn)} AND t.state = 'closed'${behind('t.id')} ${inOrder('t.id', walkedOfArea)}`);
}

const textsOf = (tickets: string): string =>
  `SELECT o.ticket_id, w.words FROM (${tickets}) o, LATERAL (SELECT * FROM intake.search_document k WHERE k.ticket_id = o.ticket_id OFFSET 0) w`;

/** Each by its id, which PostgreSQL would not do by itself: it takes every month for one that has to be looked into. */
const ticketOf = 'LATERAL (SELECT * FROM ticket.ticket k WHERE k.id = d.ticket_id OFFSET 0) t';

/** Those of these tickets that are asked for. */
export function among(list: ListQuery, ids: readonly string[]): ListQuery {
  const values = [...list.values];
  const source = `unnest($${values.push(ids)}::uuid[]) d(ticket_id), ${ticketOf}`;
  return { ...list, values, from: () => source, ...sorted };
}

/** What the index has of the words, and of that what is asked for. */
export function byWords(list: ListQuery, { grams, words }: Sought): ListQuery {
  const values = [...list.values];
  const index = `w.grams @> $${values.push(grams)}::int[]`;
  const texts = (bounds: (column: string) => string) =>
    `(SELECT w.ticket_id, w.words FROM intake.search_document w WHERE ${index}${bounds('w.ticket_id')}) d, ${ticketOf}`;
  return withWords({ ...list, values }, { grams: [], words }, texts);
}

/** What is asked for, and of that what has the words. */
export const byTickets = (list: ListQuery, { words }: Sought): ListQuery =>
  withWords(
    list,
    { grams: [], words },
    () => 'ticket.ticket t, LATERAL (SELECT w.words FROM intake.search_document w WHERE w.ticket_id = t.id OFFSET 0) d',
  );

/** All tickets that have the words, as one list. */
export const whole = (list: ListQuery, sought: Sought): ListQuery =>
  withWords(list, sought, () => 'ticket.ticket t JOIN intake.search_document d ON d.ticket_id = t.id');

/** The index finds texts with all pairs of characters; the text itself decides. */
function withWords(list: ListQuery, { grams, words }: Sought, from: ListQuery['from']): ListQuery {
  const [conditions, values] = [[...list.conditions], [...list.values]];
  for (const word of words) conditions.push(`position($${values.push(word)} in d.words) > 0`);
  if (grams.length > 0) conditions.push(`d.grams @> $${values.push(grams)}::int[]`);
  return { ...list, conditions, values, from };
}
