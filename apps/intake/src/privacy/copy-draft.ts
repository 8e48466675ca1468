import type { RouteAnswer } from '#http-api/routes';
import { identityKinds, type IdentityKind } from '#ticket/identity-kind';
import type { KnownCitizen } from '#ticket/known-citizen';
import { blanksIn, redactIdentity } from '#ticket/redact-identity';
import { Refusal } from '#platform/problems';
import type { CopySource } from './copy-source';

type Draft = RouteAnswer<'GET /api/tickets/:id/third-party-copy'>;
type Redacted = Draft['title'];

/** The texts of a copy, as a clerk calls them. */
const fields = { title: '标题', content: '诉求内容', place: '地点', reply: '公开答复' } as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];

/** The copy before somebody has read it: without identity as far as patterns know, and with what was taken out. */
export function draftOf({ facts, said, citizen, isProtected }: CopySource): Draft {
  const redacted = (text: string): Redacted => {
    const left = redactIdentity(text, citizen);
    return { text: left, blanks: blanksIn(left) };
  };
  const title = redacted(said.title);
  const content = redacted(said.content);
  const place = said.place ? redacted(said.place) : null;
  const reply = said.reply ? redacted(said.reply) : null;
  const blanks = [title, content, place, reply].flatMap((each) => each?.blanks ?? []);
  const removed = [...countByKind(blanks)].map(([kind, count]) => ({ kind, label: identityKinds[kind].label, count }));
  return { ...facts, title, content, place, reply, removed, isProtected };
}

/** People may take out more, and never put identity back. @throws Refusal naming the field and what was found in it */
export function refuseIdentity(said: Readonly<Record<Field, string>>, citizen: KnownCitizen): void {
  const faults = fieldNames
    .map((field) => ({ field, found: identityIn(said[field], citizen) }))
    .filter(({ found }) => found.length > 0);
  if (faults.length === 0) return;
  const where = faults.map(({ field, found }) => `${fields[field]}中有${found.map(([kind]) => kind).join('、')}`);
  throw new Refusal('invalid', `${where.join('，')}，请删去后再出具`, {
    errors: faults.map(({ field, found }) => ({
      path: field,
      message: `还有${found.map(([kind, count]) => `${kind}${count}处`).join('、')}`,
    })),
  });
}

/** What redaction would still take out of a text, by its label. */
function identityIn(text: string, citizen: KnownCitizen): [kind: string, count: number][] {
  const left = redactIdentity(text, citizen);
  if (left === text) return [];
  const before = countByKind(blanksIn(text));
  return [...countByKind(blanksIn(left))]
    .map(([kind, count]): [string, number] => [identityKinds[kind].label, count - (before.get(kind) ?? 0)])
    .filter(([, count]) => count > 0);
}

function countByKind(blanks: readonly { kind: IdentityKind }[]): Map<IdentityKind, number> {
  const counts = new Map<IdentityKind, number>();
  for (const { kind } of blanks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
