/** What the citizen says of the answer: three questions kept apart (domain.md §5). */
export const satisfactions = {
  'very-satisfied': { label: '非常满意', satisfied: true },
  satisfied: { label: '满意', satisfied: true },
  'basically-satisfied': { label: '基本满意', satisfied: true },
  dissatisfied: { label: '不满意', satisfied: false },
  'very-dissatisfied': { label: '非常不满意', satisfied: false },
} as const;

/** `counts: false` sources never enter a rate: nobody asked the citizen. */
export const ratingSources = {
  'citizen-link': { label: '链接评价', counts: true },
  'citizen-app': { label: '线上评价', counts: true },
  'callback-human': { label: '人工回访', counts: true },
  'call-end': { label: '话后评价', counts: true },
  'survey-import': { label: '调查导入', counts: true },
  upstream: { label: '上级评价', counts: true },
  'unit-reported': { label: '单位自评', counts: false },
  default: { label: '系统默认', counts: false },
} as const;

export const solvedAnswers = {
  yes: { label: '已解决' },
  partly: { label: '部分解决' },
  no: { label: '未解决' },
} as const;
export const contactedAnswers = { yes: { label: '已联系' }, no: { label: '未联系' } } as const;

export type Satisfaction = keyof typeof satisfactions;
export type RatingSource = keyof typeof ratingSources;
export type Solved = keyof typeof solvedAnswers;
export type Contacted = keyof typeof contactedAnswers;

export interface Rating {
  source: RatingSource;
  contacted: Contacted;
  solved: Solved;
  satisfaction: { result: Satisfaction; attitude?: Satisfaction | null; speed?: Satisfaction | null };
}

/** A rating as it stands on its ticket. */
export interface StandingRating extends Rating {
  round: number;
  at: Date;
  /** The number that was called is not the one given at registration. */
  numberChanged: boolean;
}

/** Dissatisfied with the result, or the matter is not solved: somebody must judge whether that is reasonable. */
export const isBad = (rating: Rating): boolean =>
  rating.solved === 'no' || !satisfactions[rating.satisfaction.result].satisfied;

export const counts = (rating: Rating): boolean => ratingSources[rating.source].counts;
