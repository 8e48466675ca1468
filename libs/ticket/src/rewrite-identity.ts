import { blankOf, identityKinds, type IdentityKind } from './identity-kind';
import type { IdentityPattern } from './identity-patterns';

const kinds = Object.keys(identityKinds) as IdentityKind[];
export const kindByBlank: ReadonlyMap<string, IdentityKind> = new Map(kinds.map((kind) => [blankOf(kind), kind]));
/** Source of a regular expression. */
export const anyBlank = [...kindByBlank.keys()].join('|');

/**
 * Reads texts place by place and writes each find anew. Blanks themselves are read as a whole, or a citizen called 姓名
 * would be found in them for ever.
 */
export function rewriterFor(
  patterns: readonly IdentityPattern[],
  written: (kind: IdentityKind, found: string) => string,
): (text: string) => string {
  const rows: IdentityPattern[] = [{ kind: 'ordinary', pattern: anyBlank }, ...patterns];
  const fits = new RegExp(rows.map(({ pattern }) => `(${pattern})`).join('|'), 'g');
  const replaced = (found: string, ...groups: unknown[]): string => {
    const kind = rows[groups.findIndex((group) => group !== undefined)]?.kind ?? 'ordinary';
    return kind === 'ordinary' ? found : written(kind, found);
  };
  return (text) => text.replace(fits, replaced);
}
