import { Injectable } from '@nestjs/common';
import { isOpen } from '#ticket/state';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { isOfNumber } from '#store/citizen';
import { isOpenTicket } from '#store/open-tickets';
import { firstIdAt, isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { refusalAt } from '#platform/problems';
import { orders, TicketLists, type ListQuery } from '#platform/ticket-lists';
import { CitizensOfNumber } from './citizens-of-number';
import { WordLists, type Known } from './word-lists';
import { whole } from './word-queries';

type Query = RouteInput<'POST /api/tickets/search'>['body'];

/** A condition on the ticket `t`, with the place of its value. */
type Condition = (place: string) => string;

const isEqual =
  (column: string): Condition =>
  (place) =>
    `${column} = ${place}`;

/** A ticket that was imported is known by its number elsewhere too: `原编号`, or `原系统/原编号`. */
const sourceKeys = (place: string): string =>
  `('source', 'number//' || ${place}::text), ('source', 'number/' || ${place}::text)`;

/** What each filter demands of the ticket. Ids are in the order of time. */
const filters = {
  state: isEqual('t.state'),
  type: isEqual('t.type'),
  urgency: isEqual('t.urgency'),
  channel: isEqual('t.channel'),
  categoryCode: isEqual('t.category_code'),
  areaCode: isEqual('t.area_code'),
  alert: isEqual('t.alert'),
  stability: isEqual('t.stability'),
  minPeople: (place) => `t.people_involved >= ${place}`,
  minAmountYuan: (place) => `t.amount_yuan >= ${place}`,
  departmentId: isEqual('t.lead_department_id'),
  number: (place) =>
    `t.id IN (SELECT reference FROM ticket.ticket_key WHERE (kind, value) IN (('number', ${place}), ${sourceKeys(place)}))`,
  from: (place) => `t.id >= ${place}`,
  to: (place) => `t.id < ${place}`,
} as const satisfies Partial<Record<keyof Query, Condition>>;

/** Finds tickets by words, number, phone and class. */
@Injectable()
export class TicketSearch {
  constructor(
    private readonly lists: TicketLists,
    private readonly words: WordLists,
    private readonly citizens: CitizensOfNumber,
  ) {}

  async find(query: Query, caller: Caller): Promise<RouteAnswer<'POST /api/tickets/search'>> {
    const list = listOf(query, query.phone ? await this.citizens.hashOf(query.phone, caller) : undefined);
    const sought = query.q ? this.words.sought(query.q, query) : undefined;
    const [page, count] = await Promise.all([
      sought ? this.words.page(caller, list, sought, knownOf(query)) : this.lists.page(caller, list),
      query.count ? this.lists.count(caller, sought ? whole(list, sought) : list) : undefined,
    ]);
    return { ...page, ...(count && { count }) };
  }
}

/** Filters of which the words' index knows nothing, and that leave few tickets of a month; of states all but the commonest. */
const narrow = ['alert', 'departmentId', 'number', 'phone'] as const;
const isNarrow = (query: Query): boolean =>
  narrow.some((field) => query[field] !== undefined) || (query.state !== undefined && query.state !== 'closed');

const knownOf = (query: Query): Known => ({
  isNarrow: isNarrow(query),
  closedIn: query.state === 'closed' ? query.areaCode : undefined,
});

function listOf(query: Query, phoneHash: Buffer | undefined): ListQuery {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const where = (condition: Condition, value: unknown) => conditions.push(condition(`$${values.push(value)}`));
  const sought = soughtOf(query);
  for (const [field, condition] of Object.entries(filters)) {
    const value = sought[field as keyof typeof filters];
    if (value !== undefined) where(condition, value);
  }
  if (phoneHash) where(isOfNumber, phoneHash);
  if (query.sort === 'dueAt') conditions.push(open(query.state));
  const { limit, cursor } = query;
  return { conditions, values, order: orders[query.sort], limit, cursor };
}

/** The filters' values as the database compares them. What can be nobody's id is nobody's. */
const soughtOf = ({ from, to, departmentId, ...query }: Query) => ({
  ...query,
  departmentId: departmentId === undefined || isUuid(departmentId) ? departmentId : null,
  from: from && firstIdAt(new Date(from)),
  to: to && firstIdAt(new Date(to)),
});

/** Only what is open is still due, and the index over due times holds nothing else. @throws Refusal */
function open(state: Query['state']): string {
  if (state === undefined || isOpen(state)) return isOpenTicket;
  throw refusalAt('sort', '已结束的工单不能按到期时间排序', '只适用于未结束的工单');
}
