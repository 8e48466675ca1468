import { identityKinds, type IdentityKind } from '#ticket/identity-kind';
import type { KnownCitizen } from '#ticket/known-citizen';
import { blanksIn, redactIdentity } from '#ticket/redact-identity';
import { Refusal } from '#platform/problems';

/** A text, by its path in the caller's JSON and what a clerk calls it. */
export interface SaidText {
  readonly path: string;
  readonly label: string;
  readonly text: string;
}

interface Strictness {
  /** Whose identity must not be in it, besides what anybody would be known by. */
  readonly citizens?: readonly KnownCitizen[];
  /** What may stand in it all the same. */
  readonly allowed?: readonly IdentityKind[];
  /** What cannot be done until it is gone, such as 出具. */
  readonly before: string;
}

/** People may take out more, and never put identity back. @throws Refusal naming the field and what was found in it */
export function refuseIdentity(said: readonly SaidText[], { citizens = [], allowed = [], before }: Strictness): void {
  const faults = said
    .map(({ text, ...field }) => ({ ...field, found: identityIn(text, citizens, allowed) }))
    .filter(({ found }) => found.length > 0);
  if (faults.length === 0) return;
  const where = faults.map(({ label, found }) => `${label}中有${found.map(([kind]) => kind).join('、')}`);
  throw new Refusal('invalid', `${where.join('，')}，请删去后再${before}`, {
    errors: faults.map(({ path, found }) => ({
      path,
      message: `还有${found.map(([kind, count]) => `${kind}${count}处`).join('、')}`,
    })),
  });
}

/** The text without any of these citizens, nor what anybody else would be known by. */
export const withoutIdentity = (text: string, citizens: readonly KnownCitizen[]): string =>
  citizens.reduce((left, citizen) => redactIdentity(left, citizen), redactIdentity(text));

/** What redaction would still take out of a text, by its label. */
function identityIn(
  text: string,
  citizens: readonly KnownCitizen[],
  allowed: readonly IdentityKind[],
): [kind: string, count: number][] {
  const left = withoutIdentity(text, citizens);
  if (left === text) return [];
  const before = countByKind(blanksIn(text));
  return [...countByKind(blanksIn(left))]
    .filter(([kind]) => !allowed.includes(kind))
    .map(([kind, count]): [string, number] => [identityKinds[kind].label, count - (before.get(kind) ?? 0)])
    .filter(([, count]) => count > 0);
}

export function countByKind(blanks: readonly { kind: IdentityKind }[]): Map<IdentityKind, number> {
  const counts = new Map<IdentityKind, number>();
  for (const { kind } of blanks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
