import { canonicalJson } from './canonical-json';
import { digestsOf, type StoredLine } from './history-chain';
import type { KeyRing } from './key-ring';
import type { RegisteredContact } from './registered-contacts';

/** A ticket's words as they stand. */
export interface Words {
  readonly title: string;
  readonly content: string;
}

/** A registration's words and contact are in no line; its digest covers them together. */
export interface Saying extends Words {
  readonly callId: string | null;
  readonly contact: RegisteredContact;
}

/** `told`: as history says; `untold`: nobody can say any more; otherwise what is wrong, and by which line. */
export type TextVerdict = 'told' | 'untold' | { readonly seq: number; readonly fault: string };

/** Whether a ticket still says what its registration or its last edit said, as far as the digests tell. */
export function verdictOnText(keys: KeyRing, saying: Saying, lines: readonly StoredLine[]): TextVerdict {
  const [registration] = lines;
  const verdicts = (['title', 'content'] as const).map((field) => verdictOnField(keys, saying, field, lines));
  const said = (['title', 'content'] as const).map((field) => saidLast(lines, field));
  if (registration && said.every((line) => line === registration))
    verdicts.push(verdictOnRegistration(keys, saying, registration));
  return verdicts.find((verdict) => typeof verdict !== 'string') ?? (verdicts.includes('untold') ? 'untold' : 'told');
}

/** By the edit that said it last, or by the registration's digest of it. */
function verdictOnField(keys: KeyRing, saying: Saying, field: keyof Words, lines: readonly StoredLine[]): TextVerdict {
  const line = saidLast(lines, field);
  if (!line) return 'untold';
  const isLike = line.text
    ? line.text[field] === saying[field]
    : (line.data.said as Words | undefined)?.[field] === digestsOf(keys, saying)[field];
  return isLike ? 'told' : { seq: line.seq, fault: `the ticket’s ${field} is another than was said here` };
}

/** The citizen, and the call, are told by the registration's digest of everything together. */
function verdictOnRegistration(keys: KeyRing, saying: Saying, { seq, textDigest }: StoredLine): TextVerdict {
  const { title, content, callId, contact } = saying;
  if (contact === 'erased' || !textDigest) return 'told';
  if (contact === 'unreadable') return { seq, fault: 'what the citizen gave was changed' };
  const digest = keys.digest('history-digest', canonicalJson({ title, content, callId, contact }));
  return digest.equals(textDigest)
    ? 'told'
    : { seq, fault: 'the ticket’s citizen or call is another than was registered' };
}

/** The line in which a field was said last: an edit, or the registration; undefined when that was erased, or may have been. */
function saidLast(lines: readonly StoredLine[], field: keyof Words): StoredLine | undefined {
  for (const line of lines.slice(1).reverse()) {
    if (line.name === 'erase') return undefined;
    if (!editing.has(line.name) || !line.textDigest) continue;
    if (!line.text) return undefined;
    if (field in line.text) return line;
  }
  return lines[0];
}

const editing = new Set(['edit', 'complete']);
