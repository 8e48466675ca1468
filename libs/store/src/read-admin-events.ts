import type { AdminEvent } from './admin-chain';
import type { Sql } from './sql';

type EventRow = Omit<AdminEvent, 'seq'> & { [column: string]: unknown; seq: string };

/** All administrative events, oldest first: they are few. */
export async function readAdminEvents(sql: Sql): Promise<AdminEvent[]> {
  const rows = await sql.query<EventRow>(
    `SELECT seq, at, actor, subject_kind AS subject, subject_id AS "subjectId", name AS action, before, after, hash
     FROM ticket.admin_event ORDER BY seq`,
    [],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
