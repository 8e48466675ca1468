import type { Ticket } from '#ticket/ticket';
import { canonicalJson } from './canonical-json';
import type { KeyRing } from './key-ring';

/** What a registration says: it is kept in the ticket and with the citizen, and digested in its line. */
export interface Said extends Pick<Ticket, Words | 'id' | 'callId' | 'attributes' | 'expectsReply' | 'trackingCode'> {
  readonly contact: object;
}

type Words = 'title' | 'content' | 'address' | 'location' | 'subjectParty' | 'occurredAt' | 'post';

/**
 * What is digested each by itself, so that an edit of one leaves the others to be proved. What nobody edits goes together.
 */
const saidParts = {
  title: ({ title }) => title,
  content: ({ content }) => content,
  address: ({ address }) => address,
  location: ({ location }) => location,
  subjectParty: ({ subjectParty }) => subjectParty,
  occurredAt: ({ occurredAt }) => occurredAt,
  post: ({ post }) => post,
  request: ({ callId, attributes, expectsReply, trackingCode }) => ({ callId, attributes, expectsReply, trackingCode }),
  contact: ({ contact }) => contact,
} as const satisfies Record<string, (said: Said) => unknown>;

export type SaidPart = keyof typeof saidParts;
export const saidPartNames = Object.keys(saidParts) as SaidPart[];

/** Digests of a registration's parts; null where nothing was said, absent where an older line digested it with others only. */
export type SaidDigests = { readonly [Part in SaidPart]?: string | null };

export const saidDigests = (keys: KeyRing, said: Said): SaidDigests =>
  Object.fromEntries(saidPartNames.map((part) => [part, digestOf(keys, said, part)]));

/** Over the ticket's id too: the same address or caller in two tickets gives two digests, also once both are erased. */
function digestOf(keys: KeyRing, said: Said, part: SaidPart): string | null {
  const value = saidParts[part](said);
  if (value === null) return null;
  return keys.digest('history-digest', `${part}:${canonicalJson([said.id, value])}`).toString('base64url');
}

/** Whether this part of what a ticket says is what its registration's digest was made of. */
export function isAsSaid(keys: KeyRing, said: Said, part: SaidPart, digest: string | null): boolean {
  if (digest === digestOf(keys, said, part)) return true;
  // At first only these two had digests of their own, without the id.
  return (part === 'title' || part === 'content') && digest === firstForm(keys, part, said[part]);
}

const firstForm = (keys: KeyRing, part: string, text: string): string =>
  keys.digest('history-digest', `${part}:${text}`).toString('hex');

/**
 * The digest of all parts together, by which most tickets are proved at once. Posts came later: a registration without one
 * is digested as it was before there were any.
 */
export function digestTogether(keys: KeyRing, said: Said): Buffer {
  const parts = saidPartNames.filter((part) => part !== 'post' || said.post !== null);
  return keys.digest('history-digest', canonicalJson([said.id, parts.map((part) => saidParts[part](said))]));
}

/** What the first registrations digested together: the call stood among the facts of the very first. */
export const digestsAtFirst = (keys: KeyRing, { title, content, callId, contact }: Said): Buffer[] =>
  [
    { title, content, callId, contact },
    { title, content, contact },
  ].map((said) => keys.digest('history-digest', canonicalJson(said)));
