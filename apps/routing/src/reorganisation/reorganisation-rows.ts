import type { Sql } from '#store/sql';
import type { Figures } from './reorganisation-preview';
import { openWork } from './open-work';
import { sourcesOf, type ReorganisationPlan } from './reorganisation-plan';

/** A reorganisation that was ordered. */
export interface ReorganisationRow {
  [column: string]: unknown;
  readonly id: string;
  readonly plan: ReorganisationPlan;
  readonly figures: Figures;
  readonly by: string;
  readonly orderedBy: string;
  readonly at: Date;
  readonly state: 'running' | 'done';
  readonly endedAt: Date | null;
  readonly tickets: number;
  readonly moved: number;
}

/** Tickets that move in one transaction. */
const ticketsOfPart = 50;

const select = `SELECT r.id, r.plan, r.figures, r.by_account AS by, coalesce(a.name, r.by_account) AS "orderedBy", r.at, r.state,
  r.ended_at AS "endedAt", p.tickets, p.moved
  FROM routing.reorganisation r LEFT JOIN ticket.account a ON a.id::text = r.by_account
  CROSS JOIN LATERAL (SELECT coalesce(sum(cardinality(ticket_ids)), 0)::int AS tickets, coalesce(sum(moved), 0)::int AS moved
    FROM routing.reorganisation_part WHERE reorganisation_id = r.id) p`;

/** The newest first. */
export const reorganisationPage = (sql: Sql, before: string | null, limit: number): Promise<ReorganisationRow[]> =>
  sql.query<ReorganisationRow>(`${select} WHERE $1::uuid IS NULL OR r.id < $1 ORDER BY r.id DESC LIMIT $2`, [
    before,
    limit,
  ]);

export const readReorganisation = (sql: Sql, id: string): Promise<ReorganisationRow | undefined> =>
  sql.one<ReorganisationRow>(`${select} WHERE r.id = $1`, [id]);

/** Those whose tickets are under way, in the order in which they were ordered. */
export const runningReorganisations = (sql: Sql): Promise<ReorganisationRow[]> =>
  sql.query<ReorganisationRow>(`${select} WHERE r.state = 'running' ORDER BY r.id`, []);

export async function addReorganisation(
  sql: Sql,
  { id, plan, figures, by, at }: Pick<ReorganisationRow, 'id' | 'plan' | 'figures' | 'by' | 'at'>,
): Promise<void> {
  await sql.query(
    `INSERT INTO routing.reorganisation (id, plan, figures, by_account, at, state) VALUES ($1, $2, $3, $4, $5, 'running')`,
    [id, JSON.stringify(plan), JSON.stringify(figures), by, at],
  );
}

/** Cuts what there is to move into parts, after those there are; answers how many. One statement, so all or none. */
export async function cutParts(sql: Sql, { id, plan }: Pick<ReorganisationRow, 'id' | 'plan'>): Promise<number> {
  return sql.count(
    `INSERT INTO routing.reorganisation_part (reorganisation_id, part, ticket_ids)
     SELECT $2, b.first + n, ids FROM (
       SELECT coalesce(max(part) + 1, 0) AS first FROM routing.reorganisation_part WHERE reorganisation_id = $2) b, (
       SELECT n, array_agg(id ORDER BY id) AS ids FROM (
         SELECT id, ((row_number() OVER (ORDER BY id) - 1) / ${ticketsOfPart})::int AS n FROM (${openWork[plan.kind]}) work
       ) numbered GROUP BY n) parts`,
    [sourcesOf(plan), id],
  );
}

export interface ReorganisationPart {
  [column: string]: unknown;
  readonly part: number;
  readonly ticketIds: readonly string[];
}

/** The first part that is not done. */
export const nextPart = (sql: Sql, id: string): Promise<ReorganisationPart | undefined> =>
  sql.one<ReorganisationPart>(
    `SELECT part, ticket_ids AS "ticketIds" FROM routing.reorganisation_part
     WHERE reorganisation_id = $1 AND NOT is_done ORDER BY part LIMIT 1`,
    [id],
  );

/** Takes a part until the transaction ends; false when another process has done it meanwhile. */
export async function takePart(sql: Sql, id: string, part: number): Promise<boolean> {
  const found = await sql.one(
    `SELECT 1 FROM routing.reorganisation_part WHERE reorganisation_id = $1 AND part = $2 AND NOT is_done FOR UPDATE`,
    [id, part],
  );
  return found !== undefined;
}

export async function endPart(sql: Sql, id: string, part: number, moved: number): Promise<void> {
  await sql.query(
    `UPDATE routing.reorganisation_part SET moved = $3, is_done = true WHERE reorganisation_id = $1 AND part = $2`,
    [id, part, moved],
  );
}

/** False when another process has ended it. */
export const endReorganisation = async (sql: Sql, id: string, at: Date): Promise<boolean> =>
  (await sql.count(
    `UPDATE routing.reorganisation SET state = 'done', ended_at = $2 WHERE id = $1 AND state = 'running'`,
    [id, at],
  )) > 0;
