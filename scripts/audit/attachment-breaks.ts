import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { MissingFile, type FileStore } from '#intake/attachments/file-store';
import { beforeEveryId, pagesAfter } from '#store/pages-after';
import type { Sql } from '#store/sql';
import type { Break } from './break';

/** A file that was added, as its history tells, and what is kept of it; null where no row is left. */
interface Told {
  readonly [column: string]: unknown;
  readonly ticketId: string;
  readonly seq: number;
  readonly number: string;
  readonly id: string;
  readonly told: string;
  readonly kept: string | null;
  readonly key: string | null;
}

const pageSize = 500;

/** In the order of tickets and their lines. */
const page = `
SELECT h.ticket_id AS "ticketId", h.seq, t.number, h.data->>'attachmentId' AS id, h.data->>'sha256' AS told,
  f.sha256 AS kept, f.key
FROM ticket.history h JOIN ticket.ticket t ON t.id = h.ticket_id
LEFT JOIN ticket.attachment f ON f.ticket_id = h.ticket_id AND f.id = (h.data->>'attachmentId')::uuid
WHERE h.name = 'attach' AND (h.ticket_id, h.seq) > ($1, $2) ORDER BY h.ticket_id, h.seq LIMIT ${pageSize}`;

/** Verifies every attachment by its history: its row, and the file itself in the store. What was erased is no break. */
export async function attachmentBreaks(sql: Sql, store: FileStore): Promise<{ attachments: number; breaks: Break[] }> {
  const breaks: Break[] = [];
  let attachments = 0;
  const pages = pagesAfter<Told, [string, number]>(
    [beforeEveryId, 0],
    (last) => sql.query<Told>(page, last),
    ({ ticketId, seq }) => [ticketId, seq],
  );
  for await (const rows of pages) {
    for (const row of rows) {
      const fault = await faultOf(row, store);
      if (fault) breaks.push({ where: `ticket ${row.number}, attachment ${row.id}`, fault });
    }
    attachments += rows.length;
  }
  return { attachments, breaks };
}

async function faultOf({ told, kept, key }: Told, store: FileStore): Promise<string | null> {
  if (kept === null) return 'its row is missing';
  if (kept !== told) return 'its digest is not the one its history tells';
  if (key === null) return null;
  try {
    return (await digestOf(key, store)) === told ? null : 'the file is another than was added';
  } catch (error) {
    if (error instanceof MissingFile) return 'the file is missing in the store';
    throw error;
  }
}

async function digestOf(key: string, store: FileStore): Promise<string> {
  const hash = createHash('sha256');
  const { content } = await store.read(key);
  await pipeline(content, hash);
  return hash.digest('hex');
}
