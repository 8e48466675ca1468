import { blankOf, identityKinds, type IdentityKind } from './identity-kind';
import { identityPatterns, type IdentityPattern } from './identity-patterns';
import { knownPatterns, type KnownCitizen } from './known-citizen';

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

const kinds = Object.keys(identityKinds) as IdentityKind[];
const kindByBlank = new Map(kinds.map((kind) => [blankOf(kind), kind]));
const anyBlank = [...kindByBlank.keys()].join('|');

/** Blanks themselves are read as a whole, or a citizen called 姓名 would be removed from them for ever. */
function redactorFor(patterns: readonly IdentityPattern[]): (text: string) => string {
  const rows: IdentityPattern[] = [{ kind: 'ordinary', pattern: anyBlank }, ...patterns];
  const fits = new RegExp(rows.map(({ pattern }) => `(${pattern})`).join('|'), 'g');
  const replaced = (found: string, ...groups: unknown[]): string => {
    const kind = rows[groups.findIndex((group) => group !== undefined)]?.kind ?? 'ordinary';
    return kind === 'ordinary' ? found : blankOf(kind);
  };
  return (text) => text.replace(fits, replaced);
}

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
