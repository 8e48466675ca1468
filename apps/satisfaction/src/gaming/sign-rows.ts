import type { GamingVerdict } from '#ticket/gaming-sign';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { FoundSign } from './found-sign';
import type { RuleRow } from './rule-rows';

interface Known {
  [column: string]: unknown;
  id: string;
  subject: string;
  tickets: number;
  verdict: GamingVerdict | null;
}

/**
 * Keeps what a look at one sign found. One that nobody decided follows what is found; one that was decided stays as it was,
 * and when more tickets are behind it than then it is told anew beside it. What is not found any more does not stand.
 */
export async function keepFound(sql: Sql, rule: RuleRow, found: readonly FoundSign[], at: Date): Promise<void> {
  const known = await standing(sql, rule);
  for (const each of found) await keep(sql, { rule, found: each, known: known.get(each.subject), at });
  const subjects = found.map(({ subject }) => subject);
  await sql.query(
    `UPDATE satisfaction.gaming_sign SET standing = false WHERE sign = $1 AND standing AND subject <> ALL($2)`,
    [rule.sign, subjects],
  );
}

/** The latest of each subject that stands: the one told anew comes after those that were decided. */
async function standing(sql: Sql, { sign }: RuleRow): Promise<ReadonlyMap<string, Known>> {
  const rows = await sql.query<Known>(
    `SELECT DISTINCT ON (subject) id, subject, tickets, verdict FROM satisfaction.gaming_sign
     WHERE sign = $1 AND standing ORDER BY subject, id DESC`,
    [sign],
  );
  return new Map(rows.map((row) => [row.subject, row]));
}

interface Kept {
  readonly rule: RuleRow;
  readonly found: FoundSign;
  readonly known: Known | undefined;
  readonly at: Date;
}

async function keep(sql: Sql, { rule, found, known, at }: Kept): Promise<void> {
  if (known?.verdict && found.ticketIds.length <= known.tickets) return;
  const id = known && !known.verdict ? known.id : uuidV7(at);
  const previousId = known?.verdict ? known.id : null;
  const { subject, departmentId, accountId, ticketIds, why, firstAt, lastAt } = found;
  const kept = await sql.one(
    `INSERT INTO satisfaction.gaming_sign
       (id, sign, subject, department_id, account_id, tickets, why, rule_version, first_at, last_at, found_at, previous_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO UPDATE SET department_id = excluded.department_id, tickets = excluded.tickets, why = excluded.why,
       rule_version = excluded.rule_version, first_at = excluded.first_at, last_at = excluded.last_at
       WHERE gaming_sign.verdict IS NULL RETURNING id`,
    [
      ...[id, rule.sign, subject, departmentId, accountId, ticketIds.length, why, rule.version],
      ...[firstAt, lastAt, at, previousId],
    ],
  );
  // Somebody has just decided it: what they decided on stays as it was.
  if (!kept) return;
  await sql.query('DELETE FROM satisfaction.gaming_sign_ticket WHERE sign_id = $1 AND ticket_id <> ALL($2)', [
    id,
    ticketIds,
  ]);
  await sql.query(
    `INSERT INTO satisfaction.gaming_sign_ticket (sign_id, ticket_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [id, ticketIds],
  );
}

/** Answers whether nobody had decided before. */
export const decide = async (
  sql: Sql,
  { id, verdict, reason, by, at }: { id: string; verdict: GamingVerdict; reason: string; by: string; at: Date },
): Promise<boolean> =>
  (await sql.count(
    `UPDATE satisfaction.gaming_sign SET verdict = $2, reason = $3, decided_by = $4, decided_at = $5
     WHERE id = $1 AND verdict IS NULL`,
    [id, verdict, reason, by, at],
  )) > 0;
