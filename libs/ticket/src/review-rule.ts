/** 审核规则: each holds for so many in a hundred of the tickets that it is about, of a category or of all. */
export const reviewRules = {
  sampling: { label: '自动审核抽查' },
  'second-category': { label: '两人审核：全部工单' },
  'second-supervised': { label: '两人审核：督办件' },
  'second-rework': { label: '两人审核：重办件' },
  'second-sensitive': { label: '两人审核：涉稳件' },
} as const;
export type ReviewRule = keyof typeof reviewRules;

/** What became of an automatically approved reply that was drawn for a second look. */
export const sampleStates = {
  waiting: { label: '待抽查' },
  fine: { label: '无误' },
  faulty: { label: '应退回' },
} as const;
export type SampleState = keyof typeof sampleStates;
