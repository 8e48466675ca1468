import type { Sql } from '#store/sql';

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
