import { Injectable } from '@nestjs/common';
import { isOpen } from '#ticket/state';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { citizensByPhone } from '#store/citizen';
import { Database } from '#store/database';
import { isOpenTicket } from '#store/open-tickets';
import { KeyRing } from '#store/key-ring';
import { firstIdAt, isUuid } from '#store/uuid-v7';
import { seesAll, type Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { orders, TicketLists, type ListQuery } from '#platform/ticket-lists';
import { gramsOfQuery, wordsOf } from './search-grams';

type Query = RouteInput<'POST /api/tickets/search'>['body'];

/** A filter that names a column of the ticket. */
const columnFilters = {
  state: 't.state',
  type: 't.type',
  urgency: 't.urgency',
  channel: 't.channel',
  categoryCode: 't.category_code',
  areaCode: 't.area_code',
  alert: 't.alert',
} as const satisfies Partial<Record<keyof Query, string>>;

/** Finds tickets by words, number, phone and class. */
@Injectable()
export class TicketSearch {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly lists: TicketLists,
    private readonly directory: Directory,
  ) {}

  async find(query: Query, caller: Caller): Promise<RouteAnswer<'POST /api/tickets/search'>> {
    const list = await this.listOf(query);
    // Asking by number would tell a department who is behind a protected ticket.
    if (query.phone && !seesAll(caller))
      list.conditions.push('NOT t.confidential', this.notAboutThem(caller, list.values));
    const [page, count] = await Promise.all([
      this.lists.page(caller, list),
      query.count ? this.lists.count(caller, list) : undefined,
    ]);
    return { ...page, ...(count && { count }) };
  }

  /** Nor would those a matter is about learn by a number who complained. */
  private notAboutThem({ departmentId }: Caller, values: unknown[]): string {
    values.push(this.directory.departmentAndAbove(departmentId));
    return `(t.subject_department_id IS NULL OR t.subject_department_id <> ALL($${values.length}))`;
  }

  private async listOf(query: Query): Promise<ListQuery> {
    const conditions: string[] = [];
    const values: unknown[] = [];
    const where = (condition: (place: string) => string, value: unknown) => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    for (const [field, column] of Object.entries(columnFilters)) {
      const value = query[field as keyof typeof columnFilters];
      if (value !== undefined) where((place) => `${column} = ${place}`, value);
    }
    if (query.number !== undefined) {
      where(
        (place) => `t.id = (SELECT reference FROM ticket.ticket_key WHERE kind = 'number' AND value = ${place})`,
        query.number,
      );
    }
    // Ids are in the order of time.
    if (query.from) where((place) => `t.id >= ${place}`, firstIdAt(new Date(query.from)));
    if (query.to) where((place) => `t.id < ${place}`, firstIdAt(new Date(query.to)));
    if (query.departmentId !== undefined) {
      where((place) => `t.lead_department_id = ${place}`, isUuid(query.departmentId) ? query.departmentId : null);
    }
    if (query.phone) where((place) => `t.citizen_id = ANY(${place})`, await this.citizens(query.phone));
    const join = query.q ? this.words(query.q, where) : undefined;
    if (query.sort === 'dueAt') conditions.push(open(query.state));
    const { limit, cursor } = query;
    return { conditions, values, order: orders[query.sort], limit, cursor, join };
  }

  /** The index finds texts with all pairs of characters; the text itself decides. */
  private words(q: string, where: (condition: (place: string) => string, value: unknown) => void): string | undefined {
    const grams = gramsOfQuery(q);
    if (grams.length === 0) return undefined;
    where((place) => `d.grams @> ${place}::int[]`, grams);
    for (const word of wordsOf(q)) {
      where((place) => `position(${place} in lower(normalize(t.title || ' ' || t.content, NFKC))) > 0`, word);
    }
    return 'JOIN intake.search_document d ON d.ticket_id = t.id';
  }

  private async citizens(phone: string): Promise<string[]> {
    return (await citizensByPhone(this.database.sql, this.keys, phone)).map(({ id }) => id);
  }
}

/** Only what is open is still due, and the index over due times holds nothing else. @throws Refusal */
function open(state: Query['state']): string {
  if (state === undefined || isOpen(state)) return isOpenTicket;
  throw refusalAt('sort', '已结束的工单不能按到期时间排序', '只适用于未结束的工单');
}
