import { holding } from './advisory-locks';
import { shanghaiDate, shanghaiOffsetMs } from './shanghai-date';
import { firstIdAt, instantOf } from './uuid-v7';
import type { Sql } from './sql';

/** Tables that grow with every ticket, and the column that says which month a row belongs to: its ticket's. */
export const partitionedTables = {
  'ticket.ticket': 'id',
  'ticket.assignment': 'ticket_id',
  'ticket.history': 'ticket_id',
  'ticket.clock': 'ticket_id',
  'ticket.clock_due': 'ticket_id',
  'ticket.rung': 'ticket_id',
  'ticket.return_request': 'ticket_id',
  'ticket.callback_attempt': 'ticket_id',
  'ticket.rating': 'ticket_id',
  'ticket.third_party_copy': 'ticket_id',
  'ticket.attachment': 'ticket_id',
  'ticket.extension': 'ticket_id',
  'ticket.hold': 'ticket_id',
  'ticket.appeal': 'ticket_id',
  'ticket.sign_off': 'ticket_id',
  'ticket.suggestion': 'ticket_id',
  'intake.search_document': 'ticket_id',
  'ticket.anchored_head': 'ticket_id',
} as const;

/** The first instant of the month `months` after the one `at` lies in, Shanghai time. */
export function monthStart(at: Date, months = 0): Date {
  const local = new Date(at.getTime() + shanghaiOffsetMs);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1) - shanghaiOffsetMs);
}

/** The ids between which everything of this id's month lies: a look-up that states them touches one partition. */
export function monthOf(id: string): { from: string; before: string } {
  const at = instantOf(id);
  return { from: firstIdAt(monthStart(at)), before: firstIdAt(monthStart(at, 1)) };
}

/** Makes the monthly partitions from `from`'s month to `to`'s, both included; those that exist are left alone. */
export async function ensurePartitions(sql: Sql, from: Date, to: Date): Promise<void> {
  const wanted: string[] = [];
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) wanted.push(...partitionsOf(month));
  await holding(sql, 'partitions', async () => {
    for (const statement of wanted) await sql.query(statement);
  });
}

/** 2026m11, as partitions are named. */
export const monthLabel = (at: Date): string => shanghaiDate(at).slice(0, 7).replace('-', 'm');

/** The months that have partitions, by those of tickets. */
export async function existingMonths(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ month: string }>(
    `SELECT substr(c.relname, length('ticket_y') + 1) AS month FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'ticket.ticket'::regclass`,
  );
  return rows.map(({ month }) => month);
}

/** Tickets' own last: whoever finds that a month has it finds all others too, also while another process is making them. */
function partitionsOf(month: Date): string[] {
  const label = monthLabel(month);
  const from = firstIdAt(month);
  const before = firstIdAt(monthStart(month, 1));
  return Object.keys(partitionedTables)
    .toReversed()
    .map(
      (table) =>
        `CREATE TABLE IF NOT EXISTS ${table}_y${label} PARTITION OF ${table} FOR VALUES FROM ('${from}') TO ('${before}')`,
    );
}
