import { reachDatabase } from '#hotline/backend/reachable-database';
import { allAnchors } from '#store/anchor-rows';
import { makeAnchor } from '#store/make-anchor';
import { withStore } from '../../scripts/seed/store';
import { runBeside } from '../stand/run-beside';
import type { Stand } from '../stand/stand';
import type { Bench } from './bench';

const dayMs = 86_400_000;

/** The anchor of one more day, and then an audit of everything that is stored, beside the hotline. */
export const audit: Bench = async ({ stand }) => {
  const { anchor, lines } = await withDatabase(stand);
  const began = performance.now();
  await runBeside(stand, 'audit/main.js');
  const seconds = (performance.now() - began) / 1_000;
  return { anchor, auditMillion: (seconds / lines) * 1_000_000 };
};

async function withDatabase({ dataDirectory }: Stand): Promise<{ anchor: number | undefined; lines: number }> {
  const target = await reachDatabase({ DATA_DIR: dataDirectory });
  return withStore(target, async ({ database, keys, clock }) => {
    const days = (await allAnchors(database.sql)).length;
    const began = performance.now();
    const made = await makeAnchor(database, keys, new Date(clock.now().getTime() + days * dayMs));
    const seconds = (performance.now() - began) / 1_000;
    const row = await database.sql.one<{ lines: number }>(`SELECT count(*)::int AS lines FROM ticket.history`, []);
    return { anchor: made ? seconds : undefined, lines: row?.lines ?? 0 };
  });
}
