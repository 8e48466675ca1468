import { isReportListener } from '#store/channel-client-rows';
import type { Sql } from '#store/sql';

/** A report that a system is to be told of. */
export interface OwedDelivery {
  readonly [column: string]: unknown;
  readonly reportId: string;
  readonly clientId: string;
  /** With this one. */
  readonly attempts: number;
  readonly name: string;
  readonly format: string;
  readonly dueAt: Date;
  readonly madeAt: Date;
  readonly url: string;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
}

/** Every system that reads reports, and says where it wants to be told, is owed word of one that was made. */
export async function oweDeliveries(sql: Sql, reportId: string, at: Date): Promise<void> {
  await sql.query(
    `INSERT INTO satisfaction.report_delivery (made_report_id, client_id, next_at)
     SELECT $1, c.id, $2 FROM ticket.channel_client c WHERE ${isReportListener('$2')} ON CONFLICT DO NOTHING`,
    [reportId, at],
  );
}

/** Takes up what is to be told now; until the lease ends nobody else does. What is owed to a system that listens no more is dropped. */
export async function claimDeliveries(sql: Sql, at: Date, leaseEndsAt: Date, limit: number): Promise<OwedDelivery[]> {
  await sql.query(
    `UPDATE satisfaction.report_delivery d SET state = 'dropped' WHERE d.state = 'waiting' AND d.next_at <= $1
       AND NOT EXISTS (SELECT 1 FROM ticket.channel_client c WHERE c.id = d.client_id AND ${isReportListener('$1')})`,
    [at],
  );
  return sql.query<OwedDelivery>(
    `UPDATE satisfaction.report_delivery d SET attempts = d.attempts + 1, next_at = $2
     FROM satisfaction.made_report m, ticket.channel_client c
     WHERE m.id = d.made_report_id AND c.id = d.client_id AND (d.made_report_id, d.client_id) IN (
       SELECT w.made_report_id, w.client_id FROM satisfaction.report_delivery w
       WHERE w.state = 'waiting' AND w.next_at <= $1 ORDER BY w.next_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING d.made_report_id AS "reportId", d.client_id AS "clientId", d.attempts, m.name, m.format,
       m.due_at AS "dueAt", m.made_at AS "madeAt", c.webhook_url AS url, c.sealed, c.wrapped_key AS "wrappedKey"`,
    [at, leaseEndsAt, limit],
  );
}

/** What became of an attempt: told, given up, or to be tried again. */
export async function settleDelivery(
  sql: Sql,
  { reportId, clientId }: OwedDelivery,
  { state, nextAt, fault }: { state: 'told' | 'given-up' | 'waiting'; nextAt: Date; fault: string | null },
): Promise<void> {
  await sql.query(
    `UPDATE satisfaction.report_delivery SET state = $3, next_at = $4, fault = $5
     WHERE made_report_id = $1 AND client_id = $2 AND state = 'waiting'`,
    [reportId, clientId, state, nextAt, fault],
  );
}
