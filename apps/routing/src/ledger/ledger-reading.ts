import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { ListItem } from '#http-api/list-route';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { answeringClock, timelinessOfPart } from '#store/part-timeliness';
import { monthStart } from '#store/partitions';
import { departmentOfPartThen } from '#store/succeeded-rows';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { after, cutPage, orderBy, type Order } from '#platform/list-order';
import { areaNamed, categoryNamed } from '#platform/place-named';
import { scopeOf } from '#platform/scope';

type Ledger = RouteAnswer<'GET /api/handling-ledger'>;
type Query = RouteInput<'GET /api/handling-ledger'>['query'];
type Row = ListItem<'GET /api/handling-ledger'>;

type Named = 'department' | 'category' | 'area';
type Instants = 'dispatchedAt' | 'dueAt' | 'signedAt' | 'contactedAt' | 'answeredAt';
type Found = Omit<Row, Named | Instants> &
  Record<Exclude<Instants, 'dispatchedAt'>, Date | null> & {
    [column: string]: unknown;
    dispatchedAt: Date;
    departmentId: string;
    categoryCode: string | null;
    areaCode: string | null;
  };

const order: Order<Found> = {
  keys: [
    { sql: 'a.dispatched_at', of: ({ dispatchedAt }) => dispatchedAt, cast: 'timestamptz', part: 'instant' },
    { sql: 'a.id', of: ({ id }) => id, cast: 'uuid', part: 'id' },
  ],
  descending: false,
};

const select = `SELECT a.id, a.ticket_id AS "ticketId", t.number, t.title, t.type, t.category_code AS "categoryCode",
  t.area_code AS "areaCode", a.department_then AS "departmentId",
  CASE WHEN a.parent_id IS NULL THEN a.role ELSE 'unit' END AS handles, a.round, a.state, a.dispatched_at AS "dispatchedAt",
  k.due_at AS "dueAt", a.signed_at AS "signedAt", a.contacted_at AS "contactedAt", a.answered_at AS "answeredAt",
  (SELECT count(*)::int FROM ticket.extension e WHERE e.ticket_id = a.ticket_id AND e.assignment_id = a.id AND e.state = 'approved') AS extensions,
  (SELECT count(*)::int FROM ticket.return_request r WHERE r.ticket_id = a.ticket_id AND r.assignment_id = a.id) AS returns,
  CASE WHEN a.answered_at IS NOT NULL THEN a.reply ->> 'resolution' END AS resolution,
  CASE WHEN a.role = 'lead' THEN (SELECT g.satisfaction ->> 'result' FROM ticket.rating g
    WHERE g.ticket_id = a.ticket_id AND g.round = a.round AND NOT g.merged ORDER BY g.at DESC, g.id DESC LIMIT 1) END AS satisfaction,
  ${timelinessOfPart} AS timeliness`;

/** Whose a part was at the end of the month, `$5`: others may have taken its place since. */
const thenOf = `${departmentOfPartThen('$5')}::uuid`;

const beside = `JOIN ticket.ticket t ON t.id = a.ticket_id ${answeringClock}`;

/** 承办台账: a month's parts of the departments in scope, as they were dispatched. */
@Injectable()
export class LedgerReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list({ month, departmentId, limit, cursor }: Query, caller: Caller): Promise<Ledger> {
    const within = month ? new Date(`${month}-01T00:00:00+08:00`) : this.clock.now();
    const last = this.lastOf(within);
    const own = this.departments(caller, departmentId);
    const values: unknown[] = [this.holding(caller, own), monthStart(within), monthStart(within, 1), own, last];
    const more = cursor ? `AND ${after(order, cursor, values)}` : '';
    const first = `${orderBy(order)} LIMIT ${limit + 1}`;
    // Each department's parts come in the order of its index, and what stands beside them is read of those that are shown.
    const rows = await this.database.lists.query<Found>(
      `${select} FROM (SELECT a.* FROM unnest($1::uuid[]) own(id) CROSS JOIN LATERAL (
         SELECT a.*, ${thenOf} AS department_then FROM ticket.assignment a
         WHERE a.department_id = own.id AND a.dispatched_at >= $2 AND a.dispatched_at < $3
           AND ${thenOf} = ANY($4::uuid[]) ${more} ${first}
       ) a ${first}) a ${beside} ${orderBy(order)}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, limit, order);
    return { items: shown.map((row) => this.view(row, last)), nextCursor };
  }

  /** One and those below it, as far as the caller sees them. */
  private departments(caller: Caller, departmentId: string | undefined): readonly string[] {
    const seen = scopeOf(caller) ?? [...this.directory.departments.keys()];
    if (departmentId === undefined) return seen;
    const below = this.directory.departments.has(departmentId) ? this.directory.departmentAndBelow(departmentId) : [];
    return below.filter((id) => seen.includes(id));
  }

  /** Who has their parts today, as far as the caller sees it. */
  private holding(caller: Caller, own: readonly string[]): readonly string[] {
    const holding = new Set(own.flatMap((id) => this.directory.unitsOf(id)));
    const seen = scopeOf(caller);
    return [...holding].filter((id) => seen === null || seen.includes(id));
  }

  /** The end of the month, or now: as things were called then. */
  private lastOf(within: Date): Date {
    const end = monthStart(within, 1).getTime() - 1;
    return new Date(Math.min(end, this.clock.now().getTime()));
  }

  private view({ title, departmentId, categoryCode, areaCode, dispatchedAt, ...row }: Found, at: Date): Row {
    return {
      ...row,
      title: maskNumbers(title),
      category: categoryNamed(this.directory, categoryCode, at),
      area: areaNamed(this.directory, areaCode, at),
      department: { id: departmentId, name: this.directory.departmentName(departmentId, at) },
      dispatchedAt: dispatchedAt.toISOString(),
      dueAt: isoOf(row.dueAt),
      signedAt: isoOf(row.signedAt),
      contactedAt: isoOf(row.contactedAt),
      answeredAt: isoOf(row.answeredAt),
    };
  }
}

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;
