import { canonicalJson } from './canonical-json';
import type { StoredLine } from './history-chain';
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
  const said = { title: saidLast(lines, 'title'), content: saidLast(lines, 'content') };
  for (const field of ['title', 'content'] as const) {
    const line = said[field];
    if (line?.text && line.text[field] !== saying[field])
      return { seq: line.seq, fault: `the ticket’s ${field} is another than was said here` };
  }
  const isEdited = [said.title, said.content].every((line) => line?.text);
  if (isEdited) return 'told';
  const isRegistered = registration && said.title === registration && said.content === registration;
  return isRegistered ? verdictOnRegistration(keys, saying, registration) : 'untold';
}

function verdictOnRegistration(keys: KeyRing, saying: Saying, { seq, textDigest }: StoredLine): TextVerdict {
  const { title, content, callId, contact } = saying;
  if (contact === 'erased' || !textDigest) return 'untold';
  if (contact === 'unreadable') return { seq, fault: 'what the citizen gave was changed' };
  const digest = keys.digest('history-digest', canonicalJson({ title, content, callId, contact }));
  return digest.equals(textDigest)
    ? 'told'
    : { seq, fault: 'the ticket’s title, content or citizen is another than was registered' };
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
