import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { shanghaiDate } from '#store/shanghai-date';
import { Random } from '#platform/random';
import { callerOf, homeOf } from './callers';
import { drawing } from './draws';
import { habits, townCode } from './habits';
import { leadFor, matters, typesOf, type Matter } from './matters';
import type { PlannedCase, Way } from './planned-case';
import { monthOf } from './seasons';
import { wulongTowns } from './wulong-areas';

const channels = {
  ...{ phone: 642, wechat: 96, web: 68, app: 52, 'leader-mailbox': 34, grid: 32, 'walk-in': 22 },
  ...{ superior: 28, 'emergency-110': 14, forum: 8, weibo: 4 },
} as const;

const categories = Object.entries(matters);
const inMonth = Array.from({ length: 12 }, (_, month) => drawing(categories.map(([, matter]) => often(matter, month))));

function often({ share, season }: Matter, month: number): number {
  if (!season) return share;
  const [from, to, times] = season;
  return month >= from && month <= to ? share * times : share;
}

/** What somebody calls about at an instant; the same index is always the same case. */
export function planCase(index: number, at: Date, received: number, seed: number): Omit<PlannedCase, 'ending'> {
  const random = Random.for(seed, index + 1);
  const [categoryCode, matter] = categories[inMonth[monthOf(shanghaiDate(at))]?.(random) ?? 0] ?? first;
  const caller = callerOf(random, received);
  const { town, areaCode } = placeOf(caller, random, seed);
  const type = random.weighted<TicketType>(typesOf[matter.types ?? 'usual'] as Record<TicketType, number>);
  const urgency = urgencyOf(matter, random);
  const channel = random.weighted(channels);
  const lead = random.chance(matter.byTown ?? 0) ? townCode(town) : (leadFor(categoryCode) ?? townCode(town));
  const way = urgency === 'normal' ? wayOf(type, matter, random) : 'dispatched';
  const anonymous = random.chance(type === 'report' ? 0.25 : 0.02);
  const own = habits.get(lead);
  if (!own) throw new Error(`nobody knows the habits of ${lead}`);
  const told = { caller, anonymous, categoryCode, areaCode, type, urgency, channel, words: random.pick(matter.words) };
  return { index, at, ...told, way, lead, habits: own };
}

function urgencyOf({ urgent = 0.008 }: Matter, random: Random): Urgency {
  if (!random.chance(urgent)) return 'normal';
  return random.chance(0.04) ? 'critical' : 'urgent';
}

const first = categories[0] as (typeof categories)[number];

/** Most matters lie where the caller lives; some are said to lie in a village, some just in the town. */
function placeOf(caller: number, random: Random, seed: number): { town: string; areaCode: string } {
  const home = homeOf(random.chance(0.88) ? caller : random.below(1_000_000), seed);
  const town = wulongTowns[home.town]?.code ?? '';
  return { town, areaCode: random.chance(0.6) ? `${town}${home.village}` : town };
}

/** How much likelier an answer on the call is, by what is wanted. */
const answerable: Partial<Record<TicketType, number>> = { consultation: 1.15, praise: 0, report: 0 };

function wayOf(type: TicketType, { known }: Matter, random: Random): Way {
  if (random.chance(known * (answerable[type] ?? 0.75))) return 'on-call';
  return type !== 'praise' && random.chance(0.015) ? 'referred' : 'dispatched';
}
