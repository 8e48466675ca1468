import { identityKinds, type IdentityKind } from './identity-kind';
import { blanksIn } from './redact-identity';

/** A kind of what tells who somebody is, by its label, and how often it stood in a text. */
export type IdentityFound = readonly [label: string, count: number];

/** What redaction took out of `text`, of which it left `left`; what is `allowed` is not counted. */
export function identityFound(text: string, left: string, allowed: readonly IdentityKind[] = []): IdentityFound[] {
  const before = countByKind(blanksIn(text));
  return [...countByKind(blanksIn(left))]
    .filter(([kind]) => !allowed.includes(kind))
    .map(([kind, count]): IdentityFound => [identityKinds[kind].label, count - (before.get(kind) ?? 0)])
    .filter(([, count]) => count > 0);
}

/** 姓名1处、电话2处 */
export const foundInWords = (found: readonly IdentityFound[]): string =>
  found.map(([label, count]) => `${label}${count}处`).join('、');

export function countByKind(blanks: readonly { kind: IdentityKind }[]): Map<IdentityKind, number> {
  const counts = new Map<IdentityKind, number>();
  for (const { kind } of blanks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
