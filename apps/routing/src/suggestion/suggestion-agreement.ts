import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import { Database } from '#store/database';
import { Directory } from '#platform/directory';
import { after, cutPage, orderBy, type Order } from '#platform/list-order';

type Query = RouteInput<'GET /api/suggestion-agreement'>['query'];
type Agreement = RouteAnswer<'GET /api/suggestion-agreement'>;
type Row = Omit<Agreement['items'][number], 'kind' | 'suggested'> & { readonly label: string };

/** Of each kind its version, what was suggested first, what was done, and whether that was among the three best. */
const columnsOf = {
  department: {
    version: 's.department_version',
    label: 's.likeliest_department',
    cast: 'uuid',
    done: 's.department_id',
    isAmong: `s.departments @> jsonb_build_array(jsonb_build_object('id', s.department_id))`,
  },
  category: {
    version: 's.category_version',
    label: 's.likeliest_category',
    cast: 'text',
    done: 's.category_code',
    isAmong: `s.categories @> jsonb_build_array(jsonb_build_object('code', s.category_code))`,
  },
} as const satisfies Record<SuggestionKind, object>;

/** The department that it was dispatched to by itself has not given it back, and no other was named in its place in that round. */
const isKept = `NOT EXISTS (
  SELECT 1 FROM ticket.assignment a WHERE a.ticket_id = s.ticket_id AND a.role = 'lead' AND a.parent_id IS NULL AND a.round = s.round
    AND (a.state = 'returned' AND a.id = s.lead_id OR a.department_id <> s.department_id AND a.dispatched_at > s.decided_at))`;

/** How often what was suggested first was done, by version and label. Read in the order of its index: a page costs what it shows. */
@Injectable()
export class SuggestionAgreement {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async page({ kind, version, limit, cursor }: Query): Promise<Agreement> {
    const columns = columnsOf[kind];
    const order = orderOf(kind);
    const values: unknown[] = [];
    const conditions = [
      `${columns.label} IS NOT NULL`,
      ...(version === undefined ? [] : [`${columns.version} = $${values.push(version)}`]),
      ...(cursor ? [after(order, cursor, values)] : []),
    ];
    const rows = await this.database.lists.query<Row>(
      `SELECT ${columns.version} AS version, ${columns.label}::text AS label, count(*)::int AS shown,
         count(s.decided_at)::int AS decided,
         count(*) FILTER (WHERE ${columns.done} = ${columns.label})::int AS taken,
         count(*) FILTER (WHERE ${columns.isAmong})::int AS "amongBest",
         count(*) FILTER (WHERE s.is_automatic)::int AS automatic,
         count(*) FILTER (WHERE s.is_automatic AND ${isKept})::int AS kept
       FROM ticket.suggestion s WHERE ${conditions.join(' AND ')}
       GROUP BY ${columns.version}, ${columns.label} ${orderBy(order)} LIMIT ${limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, limit, order);
    return {
      items: shown.map(({ label, ...row }) => ({ kind, ...row, suggested: this.named(kind, label) })),
      nextCursor,
    };
  }

  private named(kind: SuggestionKind, id: string): { id: string; name: string } {
    const { categories } = this.directory;
    return { id, name: kind === 'category' ? (categories.get(id)?.name ?? id) : this.directory.departmentName(id) };
  }
}

/** The newest version first. */
function orderOf(kind: SuggestionKind): Order<Row> {
  const { version, label, cast } = columnsOf[kind];
  return {
    keys: [
      { sql: version, of: (row) => String(row.version), cast: 'integer', part: 'number' },
      { sql: label, of: (row) => row.label, cast, part: kind === 'category' ? 'code' : 'id' },
    ],
    descending: true,
  };
}
