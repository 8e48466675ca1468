import type { IssueRuleValues } from '#ticket/issue-rule';
import type { Candidate } from '#platform/look-alikes/candidates';
import { comparable } from '#platform/look-alikes/likeness';
import type { Matter } from '#platform/look-alikes/terms';
import { resemblance } from '#platform/look-alikes/resemblance';
import { phrasesOf } from '#platform/search-grams';

/** A matter as it is compared. */
export type Kinsman = Matter &
  Pick<Candidate, 'id' | 'location' | 'categoryCode' | 'areaCode'> & { readonly registeredAt: Date };

const dayMs = 86_400_000;
/** Characters by which two addresses tell of one place. */
const sharedCharacters = 4;

/** Two of different areas are near when their addresses share words; who names no place is nowhere else. */
function isNear(one: Kinsman, other: Kinsman): boolean {
  if (!one.areaCode || !other.areaCode || one.areaCode === other.areaCode) return true;
  const known = phrasesOf(one.address ?? '', sharedCharacters);
  return [...phrasesOf(other.address ?? '', sharedCharacters)].some((phrase) => known.has(phrase));
}

/**
 * How alike two tickets are that are of one hot issue (0 to 1), or null when they are not: not alike enough, too far
 * apart in time or in place. The same whichever of them came first, and whoever asks.
 */
export function kinship(one: Kinsman, other: Kinsman, rules: IssueRuleValues): number | null {
  if (one.id === other.id) return null;
  const apartMs = Math.abs(one.registeredAt.getTime() - other.registeredAt.getTime());
  if (apartMs > rules.windowDays * dayMs || !isNear(one, other)) return null;
  const pair = { asked: asAsked(one), candidate: other, isSameCaller: false };
  const score = resemblance(pair, comparable(one), comparable(other))?.score ?? 0;
  return score >= rules.leastScore ? score : null;
}

const asAsked = ({ title, content, address, location, categoryCode, areaCode }: Kinsman) => ({
  ...{ title, content, address, location },
  ...{ categoryCode, areaCode },
});
