import { endStates, type State } from '#ticket/state';
import type { Sql } from '#store/sql';
import { firstIdAt } from '#store/uuid-v7';
import type { RequestQuery } from './request-query';

/** A ticket that came by Open311, with what its citizen has to be taken out of. */
export interface RequestRow {
  [column: string]: unknown;
  number: string;
  state: State;
  title: string;
  categoryCode: string | null;
  leadDepartmentId: string | null;
  closeReason: string | null;
  reply: { publicText: string } | null;
  registeredAt: Date;
  stateSince: Date;
  promisedAt: Date | null;
  address: string | null;
  location: { lat: number; lng: number } | null;
  sealed: Buffer | null;
  wrappedKey: Buffer | null;
}

const ended = endStates.map((state) => `'${state}'`).join(', ');

/** Only what came by this way is told by it, of nobody who is protected, and nothing that was erased or void. */
const isShown = `t.channel = 'open311' AND NOT t.confidential AND t.erased_at IS NULL AND t.state <> 'void'`;

const select = `
SELECT t.number, t.state, t.title, t.category_code AS "categoryCode", t.lead_department_id AS "leadDepartmentId",
  t.close_reason AS "closeReason", t.registered_at AS "registeredAt", t.state_since AS "stateSince", t.promised_at AS "promisedAt",
  t.address, t.location, c.sealed, c.wrapped_key AS "wrappedKey",
  (SELECT a.reply FROM ticket.assignment a WHERE a.ticket_id = t.id AND a.role = 'lead' AND a.answered_at IS NOT NULL
   ORDER BY a.round DESC LIMIT 1) AS reply
FROM ticket.ticket t LEFT JOIN ticket.citizen c ON c.id = t.citizen_id`;

/** Those of these numbers, whatever else is asked: the standard lets a number override every other argument. */
export const requestsByNumber = (sql: Sql, numbers: readonly string[]): Promise<RequestRow[]> =>
  sql.query<RequestRow>(
    `${select} WHERE t.id IN (SELECT reference FROM ticket.ticket_key WHERE kind = 'number' AND value = ANY($1)) AND ${isShown}
     ORDER BY t.id DESC`,
    [numbers],
  );

/** The newest first. */
export function requestsIn(
  sql: Sql,
  { from, before }: { readonly from: Date; readonly before: Date },
  query: RequestQuery,
): Promise<RequestRow[]> {
  const [isOpen, isClosed] = [query.status?.includes('open') ?? true, query.status?.includes('closed') ?? true];
  return sql.query<RequestRow>(
    `${select} WHERE t.id >= $1 AND t.id < $2 AND ${isShown}
       AND ($3::text[] IS NULL OR t.category_code = ANY($3))
       AND ((t.state IN (${ended}) AND $4) OR (t.state NOT IN (${ended}) AND $5))
       AND ($6::timestamptz IS NULL OR t.state_since >= $6) AND ($7::timestamptz IS NULL OR t.state_since < $7)
     ORDER BY t.id DESC OFFSET $8 LIMIT $9`,
    [
      firstIdAt(from),
      firstIdAt(before),
      query.service_code ?? null,
      isClosed,
      isOpen,
      query.updated_after ?? null,
      query.updated_before ?? null,
      (query.page - 1) * query.page_size,
      query.page_size,
    ],
  );
}
