/** What one sign may ask for besides a number of tickets. */
export const gamingUnits = {
  seconds: { label: '秒' },
  percent: { label: '%' },
  'per-mille': { label: '‰' },
} as const;
export type GamingUnit = keyof typeof gamingUnits;

interface GamingLimit {
  readonly label: string;
  readonly unit: GamingUnit;
  readonly least: number;
  readonly most: number;
}

interface GamingSignRow {
  readonly label: string;
  /** What it is, in a sentence. */
  readonly meaning: string;
  /** Besides the least number of tickets; null where that says it all. */
  readonly limit: GamingLimit | null;
}

const shareOf = (label: string): GamingLimit => ({ label, unit: 'percent', least: 1, most: 100 });
const chanceOf = { label: '出现可能性不高于', unit: 'per-mille', least: 0.001, most: 50 } as const;

/**
 * 异常线索: what may mean that figures were made rather than earned. Each says where to look and accuses nobody. From how
 * many tickets on, within how many days and by which limit, are rows with versions.
 */
export const gamingSigns = {
  'same-number': {
    label: '一号多评',
    meaning: '同一个联系号码评价了多件工单',
    limit: null,
  },
  'number-changed': {
    label: '改号评价',
    meaning: '工单的联系号码在登记后改过，评价来自改后的号码',
    limit: null,
  },
  'quick-rating': {
    label: '秒评',
    meaning: '评价链接发出后极短时间内就有评价，来不及看答复',
    limit: { label: '发出后不超过', unit: 'seconds', least: 1, most: 3_600 },
  },
  'copied-reply': {
    label: '答复雷同',
    meaning: '同一单位对不同工单的答复几乎相同（热点统一答复和批量答复除外）',
    limit: { label: '相同内容不低于', unit: 'percent', least: 50, most: 100 },
  },
  'no-contact': {
    label: '未联系办结',
    meaning: '应当先行联系群众的工单，单位没有联系就办结了',
    limit: shareOf('占应联系办结件不低于'),
  },
  exclusion: {
    label: '剔除偏多',
    meaning: '派给该单位的工单作废、撤单、申诉剔除偏多，不再计入考核',
    limit: shareOf('占结束件不低于'),
  },
  'satisfied-run': {
    label: '单位连续满意',
    meaning: '同一单位连续满意的次数，按全热线满意率很难出现',
    limit: chanceOf,
  },
  'caller-run': {
    label: '回访连续满意',
    meaning: '同一回访员登记的连续满意次数，按全部人工回访的满意率很难出现',
    limit: chanceOf,
  },
} as const satisfies Record<string, GamingSignRow>;

export type GamingSign = keyof typeof gamingSigns;
export const gamingSignNames = Object.keys(gamingSigns) as GamingSign[];
export const gamingSignRow = (sign: GamingSign): GamingSignRow => gamingSigns[sign];

/** What became of one: a person decides, or it is not found any more before somebody did. */
export const gamingStates = {
  open: { label: '待核实' },
  dismissed: { label: '已排除' },
  confirmed: { label: '属实' },
  lapsed: { label: '已过时段' },
} as const;
export type GamingState = keyof typeof gamingStates;
export const gamingVerdicts = ['dismissed', 'confirmed'] as const satisfies readonly GamingState[];
export type GamingVerdict = (typeof gamingVerdicts)[number];

/** What is asked of one sign. */
export interface GamingRule {
  /** It is told from so many tickets on. */
  readonly leastTickets: number;
  /** Of the last so many days. */
  readonly windowDays: number;
  /** In the unit of the sign's limit; null where it has none. */
  readonly limitValue: number | null;
}

const wholeBounds = { leastTickets: [2, 100_000], windowDays: [1, 366] } as const;

/** What is wrong with a rule, by the field it is wrong in; null when nothing is. */
export function gamingRuleFault(sign: GamingSign, rule: GamingRule): readonly [keyof GamingRule, string] | null {
  for (const field of ['leastTickets', 'windowDays'] as const) {
    const [least, most] = wholeBounds[field];
    const value = rule[field];
    if (!Number.isInteger(value) || value < least || value > most) return [field, `须为${least}到${most}的整数`];
  }
  const { limit } = gamingSignRow(sign);
  const { limitValue } = rule;
  if (limit === null) return limitValue === null ? null : ['limitValue', '这条线索没有此项阈值'];
  if (limitValue !== null && limitValue >= limit.least && limitValue <= limit.most) return null;
  return ['limitValue', `须为${limit.least}到${limit.most}（${gamingUnits[limit.unit].label}）`];
}
