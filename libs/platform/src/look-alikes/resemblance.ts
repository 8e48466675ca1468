import type { RouteInput } from '#http-api/routes';
import { wordsOf } from '../search-grams';
import { likeness, sharedWords, type Words } from './likeness';
import type { Candidate } from './candidates';
import type { Matter } from './terms';

export type Asked = RouteInput<'POST /api/tickets/similar'>['body'];

/** What is compared: one matter, and another that may be the same. */
interface Compared {
  readonly asked: Asked;
  readonly candidate: Matter & Pick<Candidate, 'location' | 'categoryCode' | 'areaCode'>;
  readonly isSameCaller: boolean;
}

/** The matter that is being typed, and one ticket. */
export interface Pair extends Compared {
  readonly candidate: Candidate;
}

/** Below this two texts share no more than any two messages to a hotline do. */
const leastLikeness = 0.12;
/** Degrees of arc: some eighty metres. */
const near = 0.000_7;

const letters = (address: string | null | undefined): string => wordsOf(address ?? '').join('');

function isSamePlace({ asked, candidate }: Compared): boolean {
  const [here, there] = [letters(asked.address), letters(candidate.address)];
  if (here.length > 3 && there.length > 3 && (here.startsWith(there) || there.startsWith(here))) return true;
  const [a, b] = [asked.location, candidate.location];
  return Boolean(a && b && Math.abs(a.lat - b.lat) < near && Math.abs(a.lng - b.lng) < near);
}

const isSame = (one: string | null | undefined, other: string | null): boolean => Boolean(one) && one === other;

/** Reasons besides the words: how far each brings the score from what it is to 1, and whether it is a reason by itself. */
const reasons = [
  { label: '同一地点', raises: 0.3, suffices: true, holds: isSamePlace },
  { label: '同一号码来电', raises: 0.3, suffices: true, holds: ({ isSameCaller }: Compared) => isSameCaller },
  {
    label: '同一事项分类',
    raises: 0.1,
    suffices: false,
    holds: ({ asked, candidate }: Compared) => isSame(asked.categoryCode, candidate.categoryCode),
  },
  {
    label: '同一区域',
    raises: 0.05,
    suffices: false,
    holds: ({ asked, candidate }: Compared) => isSame(asked.areaCode, candidate.areaCode),
  },
] as const;

export interface Resemblance {
  /** 0 to 1: how much of what is compared is the same. No probability; it orders, and tells near from far. */
  readonly score: number;
  readonly labels: readonly string[];
}

/** How alike they are, or null when nothing speaks for it. */
export function resemblance(pair: Compared, asked: Words, other: Words): Resemblance | null {
  const alike = likeness(asked, other);
  const holding = reasons.filter(({ holds }) => holds(pair));
  if (alike < leastLikeness && !holding.some(({ suffices }) => suffices)) return null;
  const missing = holding.reduce((left, { raises }) => left * (1 - raises), 1 - alike);
  return { score: Math.round((1 - missing) * 100) / 100, labels: holding.map(({ label }) => label) };
}

const dayMs = 86_400_000;

/** Why, as a clerk reads it: what else is the same, which words, and how long ago. */
export function reasonsOf({ asked, candidate }: Pair, labels: readonly string[], now: Date): string[] {
  const words = sharedWords(`${asked.title}\n${asked.content ?? ''}`, `${candidate.title}\n${candidate.content}`);
  const days = Math.floor((now.getTime() - candidate.registeredAt.getTime()) / dayMs);
  return [
    ...labels,
    ...(words.length > 0 ? [`相同用词：${words.join('、')}`] : []),
    days < 1 ? '24小时内登记' : `${days}天前登记`,
  ];
}
