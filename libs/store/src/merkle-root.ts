import { hash } from 'node:crypto';

/** Bytes of a hash. */
export const hashBytes = 32;
/** What is hashed begins with another byte for a leaf than for a node, so that neither passes for the other (RFC 6962). */
const [leafMark, nodeMark] = ['\u0000', 1];

export const sha256 = (bytes: Buffer | string): Buffer => hash('sha256', bytes, 'buffer');

export const leafHash = (leaf: string): Buffer => sha256(leafMark + leaf);

const pair = Buffer.alloc(1 + 2 * hashBytes, nodeMark);

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  left.copy(pair, 1);
  right.copy(pair, 1 + hashBytes);
  return sha256(pair);
}

/** The root over no leaf at all. */
export const emptyRoot: Buffer = sha256('');

/**
 * The Merkle root of RFC 6962 over any number of leaves in their order. Of what was added it keeps one hash for each
 * power of two, so the leaves may come in a stream.
 */
export class MerkleRoot {
  private readonly whole: { leaves: number; hash: Buffer }[] = [];
  count = 0;

  /** The next leaf, by its hash. */
  add(leaf: Buffer): void {
    let tree = { leaves: 1, hash: leaf };
    for (let last = this.whole.at(-1); last?.leaves === tree.leaves; last = this.whole.at(-1)) {
      this.whole.pop();
      tree = { leaves: 2 * tree.leaves, hash: nodeHash(last.hash, tree.hash) };
    }
    this.whole.push(tree);
    this.count += 1;
  }

  get root(): Buffer {
    const [last, ...others] = this.whole.map(({ hash: each }) => each).reverse();
    return others.reduce((right, left) => nodeHash(left, right), last ?? emptyRoot);
  }
}
