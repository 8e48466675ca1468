import { Controller } from '@nestjs/common';
import { states } from '#ticket/state';
import { transitAges, transitStates, type TransitAge, type TransitHolder } from '#ticket/transit';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { inScope } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { awaitsArbitration } from '#platform/ticket-select';

interface Group {
  [column: string]: unknown;
  holder: TransitHolder;
  age: TransitAge;
  tickets: number;
  oldestSince: Date;
}

/** 流转中: what lies with no department, with whom it lies, and for how long. */
@Controller()
export class TransitController {
  constructor(
    private readonly database: Database,
    private readonly lists: TicketLists,
    private readonly clock: Clock,
  ) {}

  @Handles('GET /api/transit')
  async groups(_input: RouteInput<'GET /api/transit'>, caller: Caller): Promise<RouteAnswer<'GET /api/transit'>> {
    const values: unknown[] = [this.clock.now()];
    const groups = await this.database.lists.query<Group>(
      `SELECT ${holder} AS holder, ${age} AS age, count(*)::int AS tickets, min(t.state_since) AS "oldestSince"
       FROM ticket.ticket t WHERE ${inTransit} AND ${inScope(caller, values)} GROUP BY 1, 2 ORDER BY 1, 4`,
      values,
    );
    const items = groups.map(({ oldestSince, ...group }) => ({ ...group, oldestSince: oldestSince.toISOString() }));
    return { items, nextCursor: null };
  }

  @Handles('GET /api/transit/tickets')
  tickets(
    { query }: RouteInput<'GET /api/transit/tickets'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/transit/tickets'>> {
    const { limit, cursor } = query;
    const values: unknown[] = [];
    const conditions = [inTransit];
    // `age` is told of the first value.
    if (query.age !== undefined) conditions.push(`$${values.push(this.clock.now(), query.age)} = ${age}`);
    if (query.holder !== undefined) conditions.push(`${holder} = $${values.push(query.holder)}`);
    return this.lists.page(caller, { conditions, values, order: orders.stateSince, limit, cursor });
  }
}

/** In the words of the index over states: what is in transit is little at any time, and is read whole. */
const inTransit = `t.state IN (${transitStates.map((state) => `'${state}'`).join(', ')})`;

const holder = `CASE WHEN ${awaitsArbitration} THEN 'supervisor'
  ${transitStates.map((state) => `WHEN t.state = '${state}' THEN '${states[state].holder}'`).join(' ')} END`;

/** By how long before the instant $1 it came to whom has it. The longest first: the first that holds is meant. */
const age = `CASE ${Object.entries(transitAges)
  .reverse()
  .map(([name, { fromDays }]) =>
    fromDays === 0
      ? `ELSE '${name}'`
      : `WHEN t.state_since <= $1::timestamptz - interval '${fromDays} days' THEN '${name}'`,
  )
  .join(' ')} END`;
