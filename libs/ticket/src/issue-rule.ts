interface IssueRuleRow {
  readonly label: string;
  readonly unit: IssueRuleUnit;
  readonly least: number;
  readonly most: number;
}

export const issueRuleUnits = {
  score: { label: '分（0–1）' },
  days: { label: '天' },
  tickets: { label: '件' },
  citizens: { label: '人' },
  times: { label: '倍' },
  'percentage-points': { label: '个百分点' },
} as const;
export type IssueRuleUnit = keyof typeof issueRuleUnits;

/** What rules there are about hot issues, and between which values. What they say is rows with versions. */
export const issueRules = {
  leastScore: { label: '归组相似度不低于', unit: 'score', least: 0.3, most: 1 },
  windowDays: { label: '归组时间间隔不超过', unit: 'days', least: 1, most: 90 },
  shownTickets: { label: '列入热点的件数不少于', unit: 'tickets', least: 2, most: 1_000 },
  trendDays: { label: '趋势时段', unit: 'days', least: 1, most: 90 },
  growingTickets: { label: '增长预警的件数不少于', unit: 'tickets', least: 1, most: 100_000 },
  growingTimes: { label: '增长预警的增长比不低于', unit: 'times', least: 1, most: 100 },
  alertTickets: { label: '件数预警：时段内件数不少于', unit: 'tickets', least: 2, most: 100_000 },
  alertCitizens: { label: '人数预警：累计人数不少于', unit: 'citizens', least: 2, most: 100_000 },
  yellowBehind: { label: '黄灯：进度落后不少于', unit: 'percentage-points', least: 1, most: 100 },
  redBehind: { label: '红灯：进度落后不少于', unit: 'percentage-points', least: 1, most: 100 },
  redOverdueDays: { label: '红灯：逾期不少于', unit: 'days', least: 1, most: 365 },
} as const satisfies Record<string, IssueRuleRow>;

export type IssueRuleName = keyof typeof issueRules;
export const issueRuleNames = Object.keys(issueRules) as IssueRuleName[];

/** The values in force. */
export type IssueRuleValues = Readonly<Record<IssueRuleName, number>>;

/** What raises an alert, and the rule by whose versions it is raised anew. */
export const issueAlerts = {
  growth: { label: '增长预警', rule: 'growingTimes' },
  tickets: { label: '件数预警', rule: 'alertTickets' },
  citizens: { label: '人数预警', rule: 'alertCitizens' },
} as const satisfies Record<string, { label: string; rule: IssueRuleName }>;
export type IssueAlertKind = keyof typeof issueAlerts;
