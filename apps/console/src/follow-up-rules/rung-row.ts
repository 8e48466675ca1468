import type { ListItem } from '#http-api/list-route';
import { ladderAnchors, ladderAudiences, ladderUnits, ladderWays } from '#ticket/ladder-terms';

export type RungRow = ListItem<'GET /api/ladder'>;

const since = { start: '起算', yellow: '黄牌', due: '到期', before: '上一级' } as const;
const atOnce = {
  start: ladderAnchors.start.label,
  yellow: ladderAnchors.yellow.label,
  due: '到期时',
  before: '与上一级同时',
} as const;

/** 到期后 1 个工作日 */
export function whenWords({ anchor, amount, unit }: Pick<RungRow, 'anchor' | 'amount' | 'unit'>): string {
  if (unit === 'months') return `${since[anchor]}${amount === 1 ? '次月' : `后第 ${amount} 个月`}首个工作日`;
  return amount === 0 ? atOnce[anchor] : `${since[anchor]}后 ${amount} ${ladderUnits[unit].label}`;
}

export const audienceWords = ({ audience }: Pick<RungRow, 'audience'>): string =>
  audience.map((each) => ladderAudiences[each].label).join('、');

/** Whoever a rung reaches finds it in the console's list in any case. */
export const wayWords = ({ ways }: Pick<RungRow, 'ways'>): string =>
  ways.map((way) => ladderWays[way].label).join('、') || '仅系统内提醒';
