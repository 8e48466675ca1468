import { canonicalJson } from './canonical-json';
import type { Contact } from './citizen';
import type { StoredLine } from './history-chain';
import type { KeyRing } from './key-ring';
import type { RegisteredContact } from './registered-contacts';
import {
  digestsAtFirst,
  digestTogether,
  isAsSaid,
  saidPartNames,
  type Said,
  type SaidDigests,
  type SaidPart,
} from './said';

/** What a ticket says as it stands. */
export type Saying = Omit<Said, 'contact'> & { readonly contact: RegisteredContact };

/** `told`: as history says; `untold`: nobody can say any more; otherwise what is wrong, and by which line. */
export type TextVerdict = 'told' | 'untold' | Unlike;
type Unlike = { readonly seq: number; readonly fault: string };

/** What each is called when it is another. */
const called: Readonly<Record<SaidPart, string>> = {
  title: 'title',
  content: 'content',
  address: 'address',
  location: 'location',
  subjectParty: 'subject party',
  occurredAt: 'time of the matter',
  post: 'post',
  request: 'call, attributes, code or wish for a reply',
  contact: 'citizen',
};

/** The registration, and what may have said otherwise since: edits and an erasure, the last one first. */
interface Sayings {
  readonly first: StoredLine | undefined;
  readonly later: readonly StoredLine[];
}

/** Whether a ticket still says what its registration or its last edit said, as far as lines and digests tell. */
export function verdictOnText(keys: KeyRing, saying: Saying, lines: readonly StoredLine[]): TextVerdict {
  const later = lines.filter(({ name, seq }) => seq > 1 && (editing.has(name) || name === 'erase')).reverse();
  const sayings = { first: lines[0], later };
  if (later.length === 0 && isAsRegistered(keys, saying, lines[0])) return 'told';
  const verdicts = saidPartNames.map((part) => verdictOnPart(keys, saying, part, sayings));
  const unlike = verdicts.find((verdict) => typeof verdict !== 'string');
  if (unlike) return unlike;
  const told = saidPartNames.filter((_part, index) => verdicts[index] === 'told');
  if ((['title', 'content', 'contact'] as const).every((part) => told.includes(part))) return 'told';
  return verdictOnWhole(keys, saying, sayings) ?? (words.every((part) => told.includes(part)) ? 'told' : 'untold');
}

/** Nearly every ticket is, which spares it a digest for each part. */
const isAsRegistered = (keys: KeyRing, saying: Saying, first: StoredLine | undefined): boolean =>
  hasContact(saying) && first?.textDigest?.equals(digestTogether(keys, saying)) === true;

const hasContact = (saying: Saying): saying is Saying & { contact: Contact } => typeof saying.contact !== 'string';

const words = ['title', 'content'] as const;

/** By the edit that said it last, or by the registration's digest of it. */
function verdictOnPart(keys: KeyRing, saying: Saying, part: SaidPart, sayings: Sayings): TextVerdict {
  const { contact } = saying;
  const line = saidLast(sayings, part);
  if (!line) return 'untold';
  const unlike = { seq: line.seq, fault: `the ticket’s ${called[part]} is another than was said here` };
  if (line !== sayings.first) return isSame(saidIn(line, part), saying[part as keyof Saying]) ? 'told' : unlike;
  if (part === 'contact' && contact === 'erased') return 'told';
  if (part === 'contact' && contact === 'unreadable') return { ...unlike, fault: 'what the citizen gave was changed' };
  const digest = (line.data.said as SaidDigests | undefined)?.[part];
  if (digest === undefined) return 'untold';
  return isAsSaid(keys, saying as Said, part, digest) ? 'told' : unlike;
}

/** By the registration's digest of words, call and citizen, which is all that older lines have; null where an edit said others. */
function verdictOnWhole(keys: KeyRing, saying: Saying, sayings: Sayings): 'told' | Unlike | null {
  const { first } = sayings;
  const isItsOwn = words.every((part) => saidLast(sayings, part) === first);
  const digest = first?.textDigest;
  if (!digest || !isItsOwn || !hasContact(saying)) return null;
  const isLike = digestsAtFirst(keys, saying).some((each) => each.equals(digest));
  return isLike ? 'told' : { seq: first.seq, fault: `the ticket’s words or citizen are others than were registered` };
}

/** The line in which a part was said last: an edit, or the registration; undefined when that was erased, or may have been. */
function saidLast({ first, later }: Sayings, part: SaidPart): StoredLine | undefined {
  for (const line of later) {
    if (saidIn(line, part) !== undefined) return line;
    if (!kept.has(part) && (line.name === 'erase' || (line.textDigest && !line.text))) return undefined;
  }
  return first;
}

const saidIn = ({ text, data }: StoredLine, part: SaidPart): unknown =>
  text && part in text ? text[part] : data[part];

const editing = new Set(['edit', 'complete']);
/** What an erasure leaves, and what is told of it among the facts. */
const kept: ReadonlySet<SaidPart> = new Set(['occurredAt', 'contact']);

const isSame = (told: unknown, standing: unknown): boolean => canonicalJson(told) === canonicalJson(standing);
