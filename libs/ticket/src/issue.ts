import type { State } from './state';

/** What a hot issue (热点诉求) is: found by its tickets, or taken on by the district. */
export const issueKinds = {
  spontaneous: { label: '自发热点' },
  monthly: { label: '每月一题' },
  project: { label: '民生实事' },
} as const;
export type IssueKind = keyof typeof issueKinds;

/** `joined` went into another one, by which its tickets are found. */
export const issueStates = {
  open: { label: '跟踪中' },
  closed: { label: '已结束' },
  joined: { label: '已并入' },
} as const;
export type IssueState = keyof typeof issueStates;

/** How a milestone stands against its plan; an issue stands as its worst milestone does. */
export const lights = {
  green: { label: '绿灯（正常）' },
  yellow: { label: '黄灯（滞后）' },
  red: { label: '红灯（严重滞后）' },
} as const;
export type Light = keyof typeof lights;

/** Whether a ticket is one more of its issue: what was recorded by mistake, or was taken back, is not. */
export const countsInIssue = (state: State): boolean => state !== 'void' && state !== 'withdrawn';

/** How many days are shown of how many tickets came on each. */
export const issueDaysShown = 90;

/** How fast it grows. Shown with its numerator and denominator, never alone. */
export const issueGrowth = {
  name: 'issueGrowth',
  version: 1,
  label: '增长比',
  numerator: '近一时段件数',
  denominator: '前一时段件数',
  population: '归入该热点的工单，不含作废和撤单',
  dateBasis: '登记时间',
} as const;
