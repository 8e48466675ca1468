import fc from 'fast-check';
import { leafHash, MerkleRoot } from './merkle-root';
import { MerkleTree } from './merkle-tree';

const idOf = (number: number): Buffer => {
  const id = Buffer.alloc(16);
  id.writeUInt32BE(number);
  return id;
};

/** Numbers of leaves and what they say, as one anchor changes them. */
const changes = fc.dictionary(fc.nat({ max: 60 }).map(String), fc.nat({ max: 9 }).map(String), {
  maxKeys: 20,
  noNullPrototype: true,
});

const inOrder = (said: Readonly<Record<string, string>>) =>
  Object.entries(said)
    .map(([number, word]) => ({ id: idOf(Number(number)), hash: leafHash(word) }))
    .sort((left, right) => left.id.compare(right.id));

const streamed = (said: Readonly<Record<string, string>>): string => {
  const tree = new MerkleRoot();
  for (const { hash } of inOrder(said)) tree.add(hash);
  return tree.root.toString('hex');
};

describe('a tree that is kept', () => {
  it('has the root over its leaves as they stand, whatever was set, where and in how many goes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(changes, fc.boolean()), { maxLength: 8 }), (goes) => {
        const tree = new MerkleTree();
        let said: Record<string, string> = {};
        for (const [change, isLookedAt] of goes) {
          said = { ...said, ...change };
          tree.set(inOrder(change));
          if (isLookedAt) expect(tree.root.toString('hex')).toBe(streamed(said));
        }
        expect(tree.root.toString('hex')).toBe(streamed(said));
        expect(tree.count).toBe(Object.keys(said).length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a root that stays what it was when the tree goes on', () => {
    const tree = new MerkleTree();
    tree.set(inOrder({ 1: 'one' }));
    const before = tree.root;
    const kept = before.toString('hex');
    tree.set(inOrder({ 1: 'another', 2: 'two' }));
    expect(tree.root).not.toEqual(before);
    expect(before.toString('hex')).toBe(kept);
  });
});
