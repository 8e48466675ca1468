import { firstBrokenAdminLink } from '#store/admin-chain';
import { anchoredChains, type AnchoredChains } from '#store/anchored-chains';
import { readAdminEvents } from '#store/read-admin-events';
import type { Sql } from '#store/sql';
import type { Break } from './break';

type FirstBroken = (sql: Sql) => Promise<{ seq: number; fault: string } | null>;

/** How the lines of a chain of the whole house are verified, by the table that keeps them: whoever keeps one adds a row. */
const firstBroken: Readonly<Record<string, FirstBroken>> = {
  'ticket.admin_event': async (sql) => firstBrokenAdminLink(await readAdminEvents(sql)),
};

/** Verifies the chains beside those of the tickets: their lines, and that they lead through the heads that were anchored. */
export async function houseChainBreaks(sql: Sql): Promise<Break[]> {
  const breaks: Break[] = [];
  for (const { table, house } of anchoredChains) {
    if (!house) continue;
    const links = [await firstBroken[table]?.(sql), await firstUnlikeAnchored(sql, table, house)];
    const [first] = links.filter((link) => link != null).sort((left, right) => left.seq - right.seq);
    if (first) breaks.push({ where: `${house.name}, line ${first.seq}`, fault: first.fault });
  }
  return breaks;
}

async function firstUnlikeAnchored(sql: Sql, table: string, { id }: NonNullable<AnchoredChains['house']>) {
  const unlike = await sql.one<{ seq: number; day: string; isThere: boolean }>(
    `SELECT a.seq, a.anchor::text AS day, e.seq IS NOT NULL AS "isThere"
     FROM ticket.anchored_head a LEFT JOIN ${table} e ON e.seq = a.seq
     WHERE a.ticket_id = $1 AND e.hash IS DISTINCT FROM a.hash ORDER BY a.anchor LIMIT 1`,
    [id],
  );
  if (!unlike) return null;
  const { seq, day, isThere } = unlike;
  const fault = isThere ? 'holds another hash for this line' : 'holds this line, and it is missing';
  return { seq, fault: `the anchor of ${day} ${fault}` };
}
