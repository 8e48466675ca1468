import { emptyRoot, hashBytes, nodeHash } from './merkle-root';
import { FlatRows } from './flat-rows';

/** A leaf, in its place by its id of 16 bytes. */
export interface TreeLeaf {
  readonly id: Buffer;
  readonly hash: Buffer;
}

const idBytes = 16;

/**
 * The Merkle tree of RFC 6962 over leaves in the order of their ids, kept whole, so that its root after a few changes
 * costs little: years of daily anchors are verified in one walk.
 */
export class MerkleTree {
  count = 0;
  private readonly ids = new FlatRows(idBytes);
  /** Hashes of the leaves, of the nodes above them, and so on to the root. */
  private readonly levels = [new FlatRows(hashBytes)];
  /** Places whose leaf is another than the nodes above it say: these, and all from there on. */
  private changed: number[] = [];
  private changedFrom = 0;

  get root(): Buffer {
    this.hashAnew();
    if (this.count === 0) return emptyRoot;
    const levelsAbove = 32 - Math.clz32(this.count - 1);
    return Buffer.from(this.level(levelsAbove).at(0));
  }

  /** Sets these leaves, new ones among them; they come in the order of their ids. */
  set(leaves: readonly TreeLeaf[]): void {
    const added: TreeLeaf[] = [];
    for (const leaf of leaves) {
      const place = this.placeOf(leaf.id);
      if (place === this.count || !this.ids.at(place).equals(leaf.id)) added.push(leaf);
      else {
        this.level(0).put(place, leaf.hash);
        this.changed.push(place);
      }
    }
    const [first] = added;
    if (first) this.changedFrom = Math.min(this.changedFrom, this.placeOf(first.id));
    this.insert(added);
  }

  private level(height: number): FlatRows {
    return (this.levels[height] ??= new FlatRows(hashBytes));
  }

  /** Where a leaf is, or would be. */
  private placeOf(id: Buffer): number {
    // Most that is new comes last, as time does.
    if (this.count > 0 && this.ids.at(this.count - 1).compare(id) < 0) return this.count;
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ids.at(middle).compare(id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** From the last place backwards, so that nothing is overwritten that has yet to move. */
  private insert(added: readonly TreeLeaf[]): void {
    const hashes = this.level(0);
    let from = this.count - 1;
    let to = this.count + added.length - 1;
    for (const { id, hash } of added.toReversed()) {
      for (; from >= 0 && this.ids.at(from).compare(id) > 0; from -= 1, to -= 1) {
        this.ids.put(to, this.ids.at(from));
        hashes.put(to, hashes.at(from));
      }
      this.ids.put(to, id);
      hashes.put(to, hash);
      to -= 1;
    }
    this.count += added.length;
  }

  /** The nodes above every place that changed. */
  private hashAnew(): void {
    let [places, from, width] = [this.changed, this.changedFrom, this.count];
    for (let height = 0; width > 1; height += 1) {
      const parents = Math.ceil(width / 2);
      const first = from >>> 1;
      places = [...new Set(places.map((place) => place >>> 1))].filter((place) => place < first);
      for (const parent of places) this.hashNode(height, parent, width);
      for (let parent = first; parent < parents; parent += 1) this.hashNode(height, parent, width);
      [from, width] = [first, parents];
    }
    [this.changed, this.changedFrom] = [[], this.count];
  }

  /** A node above two of this height; a last one without a neighbour rises as it is. */
  private hashNode(height: number, parent: number, width: number): void {
    const below = this.level(height);
    const [left, right] = [2 * parent, 2 * parent + 1];
    this.level(height + 1).put(parent, right < width ? nodeHash(below.at(left), below.at(right)) : below.at(left));
  }
}
