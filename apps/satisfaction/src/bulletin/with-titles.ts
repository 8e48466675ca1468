import { maskNumbers } from '#ticket/mask-identity';
import type { Sql } from '#store/sql';
import type { WholeBulletin } from './bulletin-rows';
import { ticketsIn } from './tickets-in';

/** Lists of tickets with what they are about, as it reads now: a bulletin keeps no word that could tell who somebody is. */
export async function withTitles(sql: Sql, bulletin: WholeBulletin): Promise<WholeBulletin> {
  const ids = ticketsIn(bulletin);
  if (ids.length === 0) return bulletin;
  const rows = await sql.query<{ id: string; title: string }>(
    `SELECT id, title FROM ticket.ticket WHERE id = ANY($1)`,
    [ids],
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const titled = bulletin.sections.map((section) => ({
    ...section,
    table: {
      ...section.table,
      rows: section.table.rows.map((row) =>
        typeof row['$ticket'] === 'string' ? { ...row, title: maskNumbers(titles.get(row['$ticket']) ?? '—') } : row,
      ),
    },
  }));
  return { ...bulletin, sections: titled };
}
