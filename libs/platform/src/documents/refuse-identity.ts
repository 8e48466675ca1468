import { foundInWords, identityFound } from '#ticket/identity-found';
import type { IdentityKind } from '#ticket/identity-kind';
import type { KnownCitizen } from '#ticket/known-citizen';
import { redactIdentity } from '#ticket/redact-identity';
import { Refusal } from '../problems';

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
    .map(({ text, ...field }) => ({ ...field, found: identityFound(text, withoutIdentity(text, citizens), allowed) }))
    .filter(({ found }) => found.length > 0);
  if (faults.length === 0) return;
  const where = faults.map(({ label, found }) => `${label}中有${found.map(([kind]) => kind).join('、')}`);
  throw new Refusal('invalid', `${where.join('，')}，请删去后再${before}`, {
    errors: faults.map(({ path, found }) => ({
      path,
      message: `还有${foundInWords(found)}`,
    })),
  });
}

/** The text without any of these citizens, nor what anybody else would be known by. */
export const withoutIdentity = (text: string, citizens: readonly KnownCitizen[]): string =>
  citizens.reduce((left, citizen) => redactIdentity(left, citizen), redactIdentity(text));
