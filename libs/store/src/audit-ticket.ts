import type { AnchoredSeq, AuditedTicket, Standing } from './read-audited';
import { firstBrokenLink, type StoredLine } from './history-chain';
import type { KeyRing } from './key-ring';
import { unlikeTold } from './unlike-told';
import { verdictOnText, type Saying } from './verdict-on-text';

/** Where a ticket's history is broken, and how. */
export interface BrokenLink {
  readonly seq: number;
  readonly fault: string;
}

/** What was found of one ticket: its first broken link, and whether anybody can tell that its words are the old ones. */
export interface TicketVerdict {
  readonly broken: BrokenLink | null;
  readonly textTold: boolean;
}

/** Verifies one ticket's history, from its first line to its last, against the ticket as it stands and the anchors. */
export function auditTicket(keys: KeyRing, audited: AuditedTicket): TicketVerdict {
  const { lines, anchored, standing } = audited;
  const text = standing ? verdictOnText(keys, sayingOf(standing, audited), lines) : 'untold';
  const links = [
    firstBrokenLink(keys, lines),
    firstUnlikeAnchored(lines, anchored),
    brokenEnd(audited),
    typeof text === 'string' ? null : text,
  ].filter((link) => link !== null);
  const [first] = links.sort((left, right) => left.seq - right.seq);
  // Only lines that hold say what the ticket has to be.
  return { broken: first ?? unlikeTold(audited), textTold: text !== 'untold' };
}

/** Named one by one: a copy of the whole ticket takes ten times as long. */
const sayingOf = (standing: Standing, { contact }: AuditedTicket): Saying => ({
  id: standing.id,
  title: standing.title,
  content: standing.content,
  address: standing.address,
  location: standing.location,
  subjectParty: standing.subjectParty,
  occurredAt: standing.occurredAt,
  post: standing.post,
  callId: standing.callId,
  attributes: standing.attributes,
  expectsReply: standing.expectsReply,
  trackingCode: standing.trackingCode,
  contact,
});

/** Somebody who can write a whole chain anew cannot make it lead through the heads that were anchored. */
function firstUnlikeAnchored(lines: readonly StoredLine[], anchored: readonly AnchoredSeq[]): BrokenLink | null {
  for (const { seq, hash, day } of anchored) {
    const line = lines[seq - 1];
    if (!line) return { seq, fault: `the anchor of ${day} holds this line, and it is missing` };
    if (!line.hash.equals(hash)) return { seq, fault: `the anchor of ${day} holds another hash for this line` };
  }
  return null;
}

/** The chain tells what was changed within it; the ticket tells where it ends. */
function brokenEnd({ standing, lines }: AuditedTicket): BrokenLink | null {
  const last = lines.at(-1);
  const seq = last?.seq ?? 0;
  // Of a ticket that left not even a line, the anchors tell.
  if (!standing) return last ? { seq, fault: 'the ticket of this history is missing' } : null;
  if (seq < standing.seq) return { seq: seq + 1, fault: 'a line is missing' };
  if (seq > standing.seq) return { seq, fault: `the ticket counts only ${standing.seq} lines` };
  if (!last?.hash.equals(standing.head)) return { seq, fault: 'the ticket’s head is another' };
  return last.to === standing.state ? null : { seq, fault: `the ticket is ${standing.state}, not ${last.to}` };
}
