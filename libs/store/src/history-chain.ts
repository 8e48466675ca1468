import type { Line } from '#ticket/line';
import { canonicalJson } from './canonical-json';
import { chainLink, chainStart } from './chain-link';
import type { KeyRing } from './key-ring';
import { digestTogether, saidDigests, type Said } from './said';

/** A history line as it is stored: chained to the one before, its free text covered by a keyed digest only. */
export interface ChainedLine extends Line {
  readonly textDigest: Buffer | null;
  readonly hash: Buffer;
}

/** Chains lines onto `head`, the first of them with what a registration said. */
export function chain(keys: KeyRing, head: Buffer, lines: readonly Line[], said?: Said): ChainedLine[] {
  let last = head;
  return lines.map((told, index) => {
    const first = index === 0 ? said : undefined;
    const line = first ? { ...told, data: { ...told.data, said: saidDigests(keys, first) } } : told;
    const textDigest = line.text ? digestOfText(keys, line.text) : ((first && digestTogether(keys, first)) ?? null);
    last = hashOf(last, line, textDigest);
    return { ...line, textDigest, hash: last };
  });
}

const digestOfText = (keys: KeyRing, text: object): Buffer => keys.digest('history-digest', canonicalJson(text));

type Hashed = Pick<Line, 'ticketId' | 'seq' | 'at' | 'actor' | 'name' | 'from' | 'to' | 'data'>;

function hashOf(previous: Buffer, line: Hashed, textDigest: Buffer | null): Buffer {
  const { ticketId, seq, at, actor, name, from, to, data } = line;
  return chainLink(previous, [
    ticketId,
    seq,
    at.toISOString(),
    actor,
    name,
    from,
    to,
    data,
    textDigest?.toString('hex') ?? null,
  ]);
}

/** A stored line, read back for verification. */
export interface StoredLine extends Hashed {
  readonly text: Record<string, unknown> | null;
  readonly textDigest: Buffer | null;
  readonly hash: Buffer;
}

/**
 * The first broken link of one ticket's history, as its seq and what is wrong; null when the chain holds. An erasure takes
 * all free text before it, and only that: what is gone otherwise is a break, and so is what was changed.
 */
export function firstBrokenLink(keys: KeyRing, lines: readonly StoredLine[]): { seq: number; fault: string } | null {
  const erasedBefore = lines.findLast(({ name }) => name === 'erase')?.seq ?? 0;
  let last = chainStart;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1) return { seq: index + 1, fault: 'a line is missing' };
    if (!hashOf(last, line, line.textDigest).equals(line.hash))
      return { seq: line.seq, fault: 'the hash does not follow' };
    const isErased = line.seq < erasedBefore;
    if (line.text && isErased) return { seq: line.seq, fault: 'the text is there, and it was erased' };
    // A registration's words are the ticket's own.
    if (!line.text && line.textDigest && !isErased && line.seq > 1)
      return { seq: line.seq, fault: 'the text is missing' };
    // A line without a digest never had a text.
    if (line.text && !line.textDigest?.equals(digestOfText(keys, line.text)))
      return { seq: line.seq, fault: 'the text was changed' };
    last = line.hash;
  }
  return null;
}
