import { blankOf, type IdentityKind } from './identity-kind';
import { identityPatterns, type IdentityPattern } from './identity-patterns';
import { knownPatterns, type KnownCitizen } from './known-citizen';
import { anyBlank, kindByBlank, rewriterFor } from './rewrite-identity';

const nobody: KnownCitizen = { name: null, phone: null, address: null };

/**
 * The text without what tells who somebody is, the ticket's own citizen before all: each removal shows as 〔电话〕 and the
 * like. What was redacted once stays as it is.
 */
export function redactIdentity(text: string, citizen: KnownCitizen = nobody): string {
  const known = redactorFor(knownPatterns(citizen));
  let left = text;
  for (;;) {
    const read = anybody(known(left));
    // What stands beside a blank may be recognised only now; nearly always the second look finds nothing.
    if (read === left) return left;
    left = read;
  }
}

/** The text without what tells who this citizen is; whoever else is named in it stays. */
export const redactCitizen = (text: string, citizen: KnownCitizen): string => redactorFor(knownPatterns(citizen))(text);

const redactorFor = (patterns: readonly IdentityPattern[]) => rewriterFor(patterns, blankOf);
const anybody = redactorFor(identityPatterns);

/** A blank and where it stands: from character `from` up to `to`, which is not part of it. */
export interface Blank {
  readonly kind: IdentityKind;
  readonly from: number;
  readonly to: number;
}

/** What was removed from a text, by where its blanks stand. */
export const blanksIn = (text: string): Blank[] =>
  [...text.matchAll(new RegExp(anyBlank, 'g'))].flatMap(({ 0: blank, index }) => {
    const kind = kindByBlank.get(blank);
    return kind ? [{ kind, from: index, to: index + blank.length }] : [];
  });
