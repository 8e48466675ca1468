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
export interface ListQuery {
  conditions: string[];
  values: unknown[];
  order: Order<SummaryRow>;
  limit: number;
  cursor?: string;
  /** Tables joined to `ticket.ticket t`. */
  join?: string;
}

const byId: OrderKey<SummaryRow> = { sql: 't.id', of: (row) => row.id, cast: 'uuid', part: 'id' };
/** What is not due yet, since nobody has it, comes last. As the index has it. */
const byDue: OrderKey<SummaryRow> = {
  sql: `coalesce(t.due_at, 'infinity')`,
  of: (row) => row.dueAt ?? 'infinity',
  cast: 'timestamptz',
  part: 'instant',
};

/** Ids are in the order of time, so "newest first" needs no column of its own. */
export const orders = {
  '-registeredAt': { keys: [byId], descending: true },
  registeredAt: { keys: [byId], descending: false },
  dueAt: { keys: [byDue, byId], descending: false },
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
    const { values, conditions } = scoped(caller, query);
    if (query.cursor) conditions.push(after(query.order, query.cursor, values));
    const rows = await this.planned(values).query<SummaryRow>(
      `SELECT ${summarySelect} FROM ticket.ticket t ${query.join ?? ''} WHERE ${conditions.join(' AND ')} ${orderBy(query.order)} LIMIT ${query.limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, query.limit, query.order);
    return { items: shown.map((row) => this.views.summary(row)), nextCursor };
  }

  /** What names no value is always read best in the same way; a rare word and a common one are not. */
  private planned(values: readonly unknown[]): Sql {
    return values.length === 0 ? this.database.sql : this.database.lists;
  }

  async count(caller: Caller, query: ListQuery): Promise<CappedCount> {
    const { values, conditions } = scoped(caller, query);
    const from = `FROM ticket.ticket t ${query.join ?? ''} WHERE ${conditions.join(' AND ')}`;
    return cappedCount(this.database.lists, from, values, query.join ? wordCountCap : countCap);
  }
}

function scoped(caller: Caller, query: ListQuery): { values: unknown[]; conditions: string[] } {
  const values = [...query.values];
  const scope = inScope(caller, values);
  return { values, conditions: [scope, ...query.conditions] };
}
