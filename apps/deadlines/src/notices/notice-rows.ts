import type { Sql } from '#store/sql';
import { firstIdAt } from '#store/uuid-v7';

/** A notice (督促通知): one person is told of one rung. */
export interface NewNotice {
  readonly id: string;
  readonly accountId: string;
  readonly ticketId: string;
  readonly rungId: string;
  readonly at: Date;
  /** The number on which the duty roster reaches them. */
  readonly phone: string | null;
  /** When a message may go out; null for none. */
  readonly messageAt: Date | null;
}

/** One that there is already is not made again. */
export async function addNotices(sql: Sql, notices: readonly NewNotice[]): Promise<void> {
  const records = notices.map(({ id, accountId, ticketId, rungId, at, phone, messageAt }) => ({
    ...{ id, account_id: accountId, ticket_id: ticketId, rung_id: rungId, at, phone, next_at: messageAt },
    message_state: messageAt === null ? 'none' : 'waiting',
  }));
  await sql.query(
    `INSERT INTO deadlines.notice (id, account_id, ticket_id, rung_id, at, phone, next_at, message_state)
     SELECT id, account_id, ticket_id, rung_id, at, phone, next_at, message_state
     FROM jsonb_populate_recordset(null::deadlines.notice, $1) ON CONFLICT (rung_id, account_id) DO NOTHING`,
    [JSON.stringify(records)],
  );
}

/** What somebody has not read, they have read now; only one notice where its id is given. Answers how many those were. */
export const readNotices = (sql: Sql, accountId: string, at: Date, id: string | null): Promise<number> =>
  sql.count(
    `UPDATE deadlines.notice SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL AND ($3::uuid IS NULL OR id = $3)`,
    [accountId, at, id],
  );

/** Notices forgotten by one statement: between two, others have their turn. */
const pruneBatch = 1_000;

/** Forgets what was read before then; answers how many. What another process is at is left to it. */
export const pruneNoticesReadBefore = (sql: Sql, before: Date): Promise<number> =>
  pruneWhere(sql, 'read_at < $1 ORDER BY read_at', before);

/** Forgets what people were told of before then, also what they never read; answers how many. */
export const pruneNoticesOlderThan = (sql: Sql, before: Date): Promise<number> =>
  pruneWhere(sql, 'id < $1 ORDER BY id', firstIdAt(before));

async function pruneWhere(sql: Sql, due: string, before: Date | string): Promise<number> {
  let [pruned, last] = [0, pruneBatch];
  for (; last === pruneBatch; pruned += last)
    last = await sql.count(
      `WITH due AS MATERIALIZED (
         SELECT id FROM deadlines.notice WHERE ${due} LIMIT ${pruneBatch} FOR UPDATE SKIP LOCKED)
       DELETE FROM deadlines.notice n USING due WHERE n.id = due.id`,
      [before],
    );
  return pruned;
}
