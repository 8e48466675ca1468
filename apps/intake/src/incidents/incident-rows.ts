import type { ReportKind } from '#ticket/incident-report';
import type { ReportContent } from '#http-api/incident-shapes';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { personNamed, type Named } from '#platform/person-named';

export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly ticketIds: string[];
  readonly version: number;
  readonly lastKind: ReportKind | null;
  readonly openedBy: Named;
  readonly openedAt: Date;
}
type IncidentRow = Incident & Record<string, unknown>;

const select = `SELECT i.id, i.title, i.ticket_ids AS "ticketIds", i.version, i.last_kind AS "lastKind",
  ${personNamed('i.opened_by')} AS "openedBy", i.opened_at AS "openedAt" FROM intake.incident i`;

/** @throws NotFound */
export async function incidentById(sql: Sql, id: string): Promise<Incident> {
  const row = isUuid(id) ? await sql.one<IncidentRow>(`${select} WHERE i.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('incident');
  return row;
}

export const incidentsPage = (
  sql: Sql,
  { closed, before, limit }: { closed: boolean | null; before: string | null; limit: number },
): Promise<Incident[]> =>
  sql.query<IncidentRow>(
    `${select} WHERE ($1::boolean IS NULL OR (coalesce(i.last_kind, '') = 'final') = $1) AND ($2::uuid IS NULL OR i.id < $2)
     ORDER BY i.id DESC LIMIT $3`,
    [closed, before, limit],
  );

export const addIncident = (
  sql: Sql,
  { id, title, ticketIds, by, at }: { id: string; title: string; ticketIds: string[]; by: string; at: Date },
): Promise<unknown> =>
  sql.query(`INSERT INTO intake.incident (id, title, ticket_ids, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    title,
    ticketIds,
    by,
    at,
  ]);

export const editIncident = (sql: Sql, { id, title, ticketIds }: Pick<Incident, 'id' | 'title' | 'ticketIds'>) =>
  sql.query(`UPDATE intake.incident SET title = $2, ticket_ids = $3, version = version + 1 WHERE id = $1`, [
    id,
    title,
    ticketIds,
  ]);

export const noteLastKind = (sql: Sql, id: string, kind: ReportKind): Promise<unknown> =>
  sql.query(`UPDATE intake.incident SET last_kind = $2 WHERE id = $1`, [id, kind]);

/** The numbers of tickets, by id, in the order of the ids given. */
export async function numbersOf(sql: Sql, ids: readonly string[]): Promise<{ id: string; number: string }[]> {
  const rows = await sql.query<{ id: string; number: string }>(
    `SELECT t.id, t.number FROM unnest($1::uuid[]) WITH ORDINALITY AS named(id, place)
     JOIN ticket.ticket t ON t.id = named.id ORDER BY named.place`,
    [ids],
  );
  return rows;
}

/** What was signed, as it is kept: the bytes of which the digest is. */
export interface PrintedReport {
  readonly kind: ReportKind;
  readonly number: string;
  readonly content: ReportContent;
  readonly office: string;
  readonly signedBy: Named;
  /** YYYY-MM-DD */
  readonly date: string;
}
