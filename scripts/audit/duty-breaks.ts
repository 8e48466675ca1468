import { entryDigest } from '#intake/shift/entry-digest';
import type { Database } from '#store/database';
import type { KeyRing } from '#store/key-ring';
import { beforeEveryId, pagesAfter } from '#store/pages-after';
import { isSameValue } from '#store/same-value';
import type { Sql } from '#store/sql';
import type { Break } from './break';

/** Verifies what was signed, accepted and logged against the administrative events that told it, as one snapshot shows both. */
export const dutyBreaks = (database: Database, keys: KeyRing): Promise<Break[]> =>
  database.transaction(async (sql) => {
    await sql.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    const papers = [await unlikePapers(sql, reports), await unlikePapers(sql, handovers)];
    return [...papers.flat(), ...(await unlikeEntries(sql, keys))];
  });

interface Papers {
  readonly table: string;
  readonly name: string;
  /** The event that told the digest. */
  readonly subject: string;
  readonly action: string;
  /** Whether none may ever be gone. */
  readonly keptForGood: boolean;
}
const reports: Papers = {
  table: 'intake.incident_report',
  name: 'urgent report',
  subject: 'incident-report',
  action: 'sign',
  keptForGood: true,
};
const handovers: Papers = {
  table: 'intake.handover',
  name: 'hand-over',
  subject: 'handover',
  action: 'accept',
  keptForGood: false,
};

async function unlikePapers(sql: Sql, { table, name, subject, action, keptForGood }: Papers): Promise<Break[]> {
  const rows = await sql.query<{ id: string; isThere: boolean; isTold: boolean }>(
    `SELECT coalesce(e.subject_id, p.id::text) AS id, p.id IS NOT NULL AS "isThere", e.seq IS NOT NULL AS "isTold"
     FROM (SELECT * FROM ticket.admin_event WHERE subject_kind = $1 AND name = $2) e
     FULL JOIN (SELECT id, printed, sha256 FROM ${table} WHERE printed IS NOT NULL) p ON p.id::text = e.subject_id
     WHERE (p.id IS NULL AND $3) OR (p.id IS NOT NULL AND (e.seq IS NULL OR p.sha256 IS DISTINCT FROM e.after ->> 'sha256'
       OR encode(sha256(convert_to(p.printed, 'UTF8')), 'hex') IS DISTINCT FROM p.sha256))
     ORDER BY 1`,
    [subject, action, keptForGood],
  );
  return rows.map(({ id, isThere, isTold }) => ({
    where: `${name} ${id}`,
    fault: !isThere ? 'its row is missing' : isTold ? 'it is another than its event told' : 'no event tells of it',
  }));
}

interface EntryRow {
  [column: string]: unknown;
  id: string;
  at: Date;
  kind: string;
  ticketId: string | null;
  correctsId: string | null;
  text: string;
  told: Readonly<Record<string, unknown>> | null;
}

/** Years of entries are many: so many are held at once. */
const pageSize = 2_000;

const entryPage = `
SELECT d.id, d.at, d.kind, d.ticket_id AS "ticketId", d.corrects_id AS "correctsId", d.text, e.after AS told
FROM intake.duty_entry d LEFT JOIN ticket.admin_event e ON e.subject_kind = 'duty-entry' AND e.subject_id = d.id::text
WHERE d.id > $1 ORDER BY d.id LIMIT ${pageSize}`;

async function unlikeEntries(sql: Sql, keys: KeyRing): Promise<Break[]> {
  const breaks: Break[] = [];
  const read = (last: string) => sql.query<EntryRow>(entryPage, [last]);
  for await (const rows of pagesAfter(beforeEveryId, read, ({ id }) => id))
    breaks.push(...rows.flatMap((row) => unlikeEntry(keys, row)));
  return breaks;
}

function unlikeEntry(keys: KeyRing, { id, told, at, kind, ticketId, correctsId, text }: EntryRow): Break[] {
  const is = { at: at.toISOString(), kind, ticketId, correctsId, textDigest: entryDigest(keys, id, text) };
  if (told && isSameValue(told, is)) return [];
  return [{ where: `duty entry ${id}`, fault: told ? 'it is another than its event told' : 'no event tells of it' }];
}
