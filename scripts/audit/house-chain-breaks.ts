import { existingChains, type AnchoredChains } from '#store/anchored-chains';
import type { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import type { Break } from './break';

type FirstBroken = (sql: Sql, keys: KeyRing) => Promise<{ seq: number; fault: string } | null>;

/** How the lines of a chain of the whole house are verified, by the table that keeps them: whoever keeps one adds a row. */
const firstBroken: Readonly<Record<string, FirstBroken>> = {};

/** Verifies the chains beside those of the tickets: their lines, and that they lead through the heads that were anchored. */
export async function houseChainBreaks(sql: Sql, keys: KeyRing): Promise<Break[]> {
  const breaks: Break[] = [];
  for (const { table, house } of await existingChains(sql)) {
    if (!house) continue;
    const links = [await firstBroken[table]?.(sql, keys), await firstUnlikeAnchored(sql, table, house)];
    const [first] = links.filter((link) => link != null).sort((left, right) => left.seq - right.seq);
    if (first) breaks.push({ where: `${house.name}, line ${first.seq}`, fault: first.fault });
  }
  return breaks;
}

async function firstUnlikeAnchored(sql: Sql, table: string, { id }: NonNullable<AnchoredChains['house']>) {
  const unlike = await sql.one<{ seq: number; day: string }>(
    `SELECT a.seq, a.anchor::text AS day FROM ticket.anchored_head a LEFT JOIN ${table} e ON e.seq = a.seq
     WHERE a.ticket_id = $1 AND e.hash IS DISTINCT FROM a.hash ORDER BY a.anchor LIMIT 1`,
    [id],
  );
  return unlike && { seq: unlike.seq, fault: `the anchor of ${unlike.day} holds another hash for this line` };
}
