import { Injectable } from '@nestjs/common';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import type { Caller } from './caller';
import { cappedCount, type CappedCount } from './capped-count';
import { after, cutPage, orderBy, type Order, type OrderKey } from './list-order';
import { inScope } from './scope';
import { summarySelect, type SummaryRow } from './ticket-select';
import { TicketViews, type TicketSummary } from './ticket-views';

/** A list of tickets: conditions on `t` with their values, and the columns that order it. */
export interface ListQuery<Row extends SummaryRow = SummaryRow> {
  conditions: string[];
  values: unknown[];
  order: Order<Row>;
  /** Columns beside those of every list. */
  select?: string;
  limit: number;
  cursor?: string;
  /** Where `t` comes from, told what is known of its ids; `ticket.ticket t` unless it says otherwise. */
  from?: (bounds: Bounds) => string;
  /** Ids from the first on, before the second; null: from the beginning, or to the end. */
  between?: { readonly from: string | null; readonly before: string | null };
  /** All that there are are found, then sorted: the database must not walk in the list's order, however many it expects. */
  isGathered?: true;
  /** One way is best for all values. */
  isPlannedOnce?: true;
}

/** ` AND …` for a column that holds the tickets' ids; nothing when any ticket may be listed. */
type Bounds = (column: string) => string;

const byId: OrderKey<SummaryRow> = { sql: 't.id', of: (row) => row.id, cast: 'uuid', part: 'id' };
/** What is not due yet, since nobody has it, comes last. As the index has it. */
const byDue: OrderKey<SummaryRow> = {
  sql: `coalesce(t.due_at, 'infinity')`,
  of: (row) => row.dueAt ?? 'infinity',
  cast: 'timestamptz',
  part: 'instant',
};

const bySince: OrderKey<SummaryRow> = {
  sql: 't.state_since',
  of: (row) => row.stateSince,
  cast: 'timestamptz',
  part: 'instant',
};

/** Ids are in the order of time, so "newest first" needs no column of its own. */
export const orders = {
  '-registeredAt': { keys: [byId], descending: true },
  registeredAt: { keys: [byId], descending: false },
  dueAt: { keys: [byDue, byId], descending: false },
  /** Who has waited longest first. */
  stateSince: { keys: [bySince, byId], descending: false },
} as const satisfies Record<string, Order<SummaryRow>>;

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** More than this is told as "at least"; each ticket that words are looked for in is read for it. */
const [countCap, wordCountCap] = [10_000, 1_000];

/** Every list of tickets passes through here, and so through the caller's scope. */
@Injectable()
export class TicketLists {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
  ) {}

  async page(caller: Caller, query: ListQuery): Promise<Page<TicketSummary>> {
    return this.pageOf(await this.rows(caller, query), query);
  }

  /** One more than a page has, where there are more. */
  async rows<Row extends SummaryRow = SummaryRow>(caller: Caller, query: ListQuery<Row>): Promise<Row[]> {
    const { values, conditions, from: source } = scoped(caller, query);
    if (query.cursor) conditions.push(after(query.order, query.cursor, values));
    const columns = [summarySelect, ...(query.select ? [query.select] : [])].join(', ');
    const matching = `SELECT ${columns} ${source} WHERE ${conditions.join(' AND ')}`;
    const from = query.isGathered ? `SELECT * FROM (${matching} OFFSET 0) t` : matching;
    const statement = `${from} ${orderBy(query.order)} LIMIT ${query.limit + 1}`;
    return this.planned(query, values).query<Row>(statement, values);
  }

  pageOf(rows: readonly SummaryRow[], { limit, order }: Pick<ListQuery, 'limit' | 'order'>): Page<TicketSummary> {
    const { shown, nextCursor } = cutPage(rows, limit, order);
    return { items: shown.map((row) => this.views.summary(row)), nextCursor };
  }

  /** What names no value is always read best in the same way; a rare word and a common one are not. */
  private planned({ isPlannedOnce }: Pick<ListQuery, 'isPlannedOnce'>, values: readonly unknown[]): Sql {
    return isPlannedOnce || values.length === 0 ? this.database.sql : this.database.lists;
  }

  async count(caller: Caller, query: ListQuery): Promise<CappedCount> {
    const { values, conditions, from } = scoped(caller, query);
    const counted = `${from} WHERE ${conditions.join(' AND ')}`;
    return cappedCount(this.database.lists, counted, values, query.from ? wordCountCap : countCap);
  }
}

/** What of a list says which tickets it is of. */
type Scoped = Pick<ListQuery, 'conditions' | 'values' | 'from' | 'between'>;

function scoped(caller: Caller, query: Scoped): { values: unknown[]; conditions: string[]; from: string } {
  const values = [...query.values];
  const bounds = boundsOf(query, values);
  const conditions = [inScope(caller, values, bounds), `true${bounds('t.id')}`, ...query.conditions];
  return { values, conditions, from: `FROM ${query.from?.(bounds) ?? 'ticket.ticket t'}` };
}

function boundsOf({ between }: Pick<ListQuery, 'between'>, values: unknown[]): Bounds {
  const told = (sign: string, id: string | null | undefined) => (id ? [`${sign} $${values.push(id)}::uuid`] : []);
  const places = [...told('>=', between?.from), ...told('<', between?.before)];
  return (column) => places.map((place) => ` AND ${column} ${place}`).join('');
}
