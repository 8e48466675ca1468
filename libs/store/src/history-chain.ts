import type { Line } from '#ticket/line';
import { canonicalJson } from './canonical-json';
import { chainLink, chainStart } from './chain-link';
import type { KeyRing } from './key-ring';

/** A history line as it is stored: chained to the one before, its free text covered by a keyed digest only. */
export interface ChainedLine extends Line {
  readonly textDigest: Buffer | null;
  readonly hash: Buffer;
}

/** What a registration says: it is kept in the ticket and with the citizen, and digested in its line. */
export interface Said {
  readonly title: string;
  readonly content: string;
  readonly callId: string | null;
  readonly contact: object;
}

/** Title and content are also digested each by itself: edits change one of them, and the other is still to be proved. */
export const digestsOf = (keys: KeyRing, { title, content }: Pick<Said, 'title' | 'content'>) => ({
  title: keys.digest('history-digest', `title:${title}`).toString('hex'),
  content: keys.digest('history-digest', `content:${content}`).toString('hex'),
});

/** Chains lines onto `head`, the first of them with what a registration said. */
export function chain(keys: KeyRing, head: Buffer, lines: readonly Line[], personal?: Said): ChainedLine[] {
  let last = head;
  return lines.map((told, index) => {
    const line = personal && index === 0 ? { ...told, data: { ...told.data, said: digestsOf(keys, personal) } } : told;
    const covered = line.text ?? (index === 0 ? personal : undefined);
    const textDigest = covered ? keys.digest('history-digest', canonicalJson(covered)) : null;
    last = hashOf(last, line, textDigest);
    return { ...line, textDigest, hash: last };
  });
}

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
 * The first broken link of one ticket's history, as its seq and what is wrong; null when the chain holds. Free text
 * that is gone before an erasure is no break; free text that was changed, or taken out otherwise, is.
 */
export function firstBrokenLink(keys: KeyRing, lines: readonly StoredLine[]): { seq: number; fault: string } | null {
  let last = chainStart;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1) return { seq: index + 1, fault: 'a line is missing' };
    if (!hashOf(last, line, line.textDigest).equals(line.hash))
      return { seq: line.seq, fault: 'the hash does not follow' };
    if (!line.text && line.textDigest && isTextDue(line, lines)) return { seq: line.seq, fault: 'the text is missing' };
    // A line without a digest never had a text.
    if (line.text && !line.textDigest?.equals(keys.digest('history-digest', canonicalJson(line.text))))
      return { seq: line.seq, fault: 'the text was changed' };
    last = line.hash;
  }
  return null;
}

/** A registration's words are the ticket's own; an erasure takes all that was said before it. */
const isTextDue = ({ seq }: StoredLine, lines: readonly StoredLine[]): boolean =>
  seq > 1 && !lines.some((line) => line.name === 'erase' && line.seq > seq);
