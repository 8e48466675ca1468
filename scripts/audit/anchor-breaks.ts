import { anchorPublicKey, isSigned, type Anchor } from '#store/anchor';
import { allAnchors } from '#store/anchor-rows';
import { hashOfHead, headsChanged } from '#store/anchored-heads';
import type { KeyRing } from '#store/key-ring';
import { MerkleTree } from '#store/merkle-tree';
import type { Sql } from '#store/sql';
import type { Break } from './break';

/** What the heads kept in the database make of an anchor. */
interface Computed {
  readonly leaves: number;
  readonly changed: number;
  readonly root: string;
}

interface Beside extends Computed {
  readonly previous: Anchor | undefined;
  readonly publicKey: string;
}

/** What can be wrong with an anchor; the first of them is told. */
const faults: readonly { fault: string; isSo: (anchor: Anchor, beside: Beside) => boolean }[] = [
  { fault: 'its signature is not of what it says', isSo: (anchor) => !isSigned(anchor) },
  { fault: 'another key has signed it', isSo: (anchor, { publicKey }) => anchor.publicKey !== publicKey },
  {
    fault: 'the root it names is not that of the anchor before',
    isSo: ({ previousRoot }, { previous }) => previousRoot !== (previous?.root ?? null),
  },
  {
    fault: 'the heads kept for it are more or fewer than it counts',
    isSo: ({ changed, leaves }, beside) => changed !== beside.changed || leaves !== beside.leaves,
  },
  { fault: 'its root is not that of the heads kept for it', isSo: ({ root }, beside) => root !== beside.root },
];

/** Verifies every anchor, oldest first: signature, link, and the root over the heads kept up to it. */
export async function anchorBreaks(sql: Sql, keys: KeyRing): Promise<{ days: string[]; breaks: Break[] }> {
  const anchors = await allAnchors(sql);
  const publicKey = anchorPublicKey(keys);
  const tree = new MerkleTree();
  const breaks: Break[] = await headsOfNoAnchor(sql);
  for (const [index, anchor] of anchors.entries()) {
    const beside = { ...(await computed(sql, tree, anchor.day)), previous: anchors[index - 1], publicKey };
    const found = faults.find(({ isSo }) => isSo(anchor, beside));
    if (found) breaks.push({ where: `anchor of ${anchor.day}`, fault: found.fault });
  }
  return { days: anchors.map(({ day }) => day), breaks };
}

async function computed(sql: Sql, tree: MerkleTree, day: string): Promise<Computed> {
  let changed = 0;
  for await (const page of headsChanged(sql, day)) {
    tree.set(page.map((head) => ({ id: Buffer.from(head.chain.replaceAll('-', ''), 'hex'), hash: hashOfHead(head) })));
    changed += page.length;
  }
  return { leaves: tree.count, changed, root: tree.root.toString('hex') };
}

/** Whoever takes an anchor out leaves its heads behind, or has to take out those too, and then the next one differs. */
async function headsOfNoAnchor(sql: Sql): Promise<Break[]> {
  const rows = await sql.query<{ day: string }>(
    `SELECT DISTINCT anchor::text AS day FROM ticket.anchored_head WHERE anchor NOT IN (SELECT day FROM ticket.anchor) ORDER BY 1`,
    [],
  );
  return rows.map(({ day }) => ({ where: `anchor of ${day}`, fault: 'it is missing, and heads are kept for it' }));
}
