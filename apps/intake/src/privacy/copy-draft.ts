import type { RouteAnswer } from '#http-api/routes';
import { countByKind } from '#ticket/identity-found';
import { identityKinds } from '#ticket/identity-kind';
import type { KnownCitizen } from '#ticket/known-citizen';
import { blanksIn, redactIdentity } from '#ticket/redact-identity';
import type { CopySource } from '#platform/documents/copy-source';
import { refuseIdentity } from '#platform/documents/refuse-identity';

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

/** @throws Refusal for a copy that names somebody */
export const refuseNaming = (said: Readonly<Record<Field, string>>, citizen: KnownCitizen): void =>
  refuseIdentity(
    fieldNames.map((path) => ({ path, label: fields[path], text: said[path] })),
    { citizens: [citizen], before: '出具' },
  );
