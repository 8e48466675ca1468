import { openStates } from '#ticket/state';
import { firstBrokenLink } from '#store/history-chain';
import type { KeyRing } from '#store/key-ring';
import { readHistory } from '#store/read-history';
import type { Sql } from '#store/sql';
import type { ProgressBar } from '../replay/progress-bar';

const atOnce = 4;

/** The ids whose history does not hold. */
export async function brokenChains(
  sql: Sql,
  keys: KeyRing,
  ids: readonly string[],
  bar: ProgressBar,
): Promise<string[]> {
  const broken: string[] = [];
  const waiting = ids.values();
  const worker = async () => {
    for (const id of waiting) {
      const lines = await readHistory(sql, id);
      if (lines.length === 0 || firstBrokenLink(keys, lines)) broken.push(id);
      bar.advance();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return broken;
}

/** Open tickets of the whole database, praise aside, that no clock watches. */
export async function unwatched(sql: Sql): Promise<number> {
  const row = await sql.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM ticket.ticket t WHERE t.state = ANY($1) AND t.type <> 'praise'
     AND NOT EXISTS (SELECT 1 FROM ticket.clock k WHERE k.ticket_id = t.id AND k.state = 'running')`,
    [openStates],
  );
  return row?.count ?? 0;
}

/** Evenly spread over all. */
export function sampleOf(ids: readonly string[], size: number): string[] {
  const stride = Math.max(1, Math.floor(ids.length / size));
  return ids.filter((_, index) => index % stride === 0);
}
