import fc from 'fast-check';
import { emptyRoot, leafHash, MerkleRoot, nodeHash } from './merkle-root';

const rootOf = (leaves: readonly string[]): string => {
  const tree = new MerkleRoot();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  return tree.root.toString('hex');
};

/** As RFC 6962 writes it: the left part is the largest power of two that leaves something over. */
function byTheBook(leaves: readonly string[]): Buffer {
  const [only = ''] = leaves;
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leafHash(only);
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(byTheBook(leaves.slice(0, left)), byTheBook(leaves.slice(left)));
}

const distinct = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 70 });
/** Leaves, and the place of one of them. */
const withPlace = distinct.chain((leaves) => fc.tuple(fc.constant(leaves), fc.nat({ max: leaves.length - 1 })));

describe('the root over the heads', () => {
  // The vectors of Certificate Transparency's own tests.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('is that of RFC 6962 over %d leaves', (count, root) => {
    expect(rootOf(leaves.slice(0, count).map((hex) => Buffer.from(hex, 'hex').toString()))).toBe(root);
  });

  it('is that of the book over any leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (any) => {
        expect(rootOf(any)).toBe(byTheBook(any).toString('hex'));
      }),
    );
  });

  it('is another when a leaf is another', () => {
    fc.assert(
      fc.property(withPlace, fc.string({ minLength: 1 }), ([any, place], more) => {
        expect(rootOf(any.with(place, `${any[place] ?? ''}${more}`))).not.toBe(rootOf(any));
      }),
    );
  });

  it('is another when a leaf was added or taken out anywhere', () => {
    fc.assert(
      fc.property(withPlace, fc.string(), ([any, place], added) => {
        expect(rootOf(any.toSpliced(place, 0, added))).not.toBe(rootOf(any));
        expect(rootOf([...any, added])).not.toBe(rootOf(any));
        expect(rootOf(any.toSpliced(place, 1))).not.toBe(rootOf(any));
      }),
    );
  });

  it('is another when two leaves changed places', () => {
    fc.assert(
      fc.property(withPlace, fc.nat(), ([any, place], step) => {
        const other = (place + 1 + (step % any.length)) % any.length;
        fc.pre(other !== place);
        const turned = any.with(place, any[other] ?? '').with(other, any[place] ?? '');
        expect(rootOf(turned)).not.toBe(rootOf(any));
      }),
    );
  });

  it('takes no node for a leaf', () => {
    const [left, right] = [leafHash('left'), leafHash('right')];
    const posing = Buffer.concat([left, right]).toString('latin1');
    expect(rootOf([posing])).not.toBe(rootOf(['left', 'right']));
    expect(nodeHash(left, right)).not.toEqual(leafHash(posing));
  });
});
