/** The periods that reports are usually asked for: a span of the calendar, and how many spans ago (libs/calendar time-span.ts). */
export const reportPeriods = {
  today: { label: '今日', span: 'day', back: 0 },
  yesterday: { label: '昨日', span: 'day', back: 1 },
  'this-week': { label: '本周', span: 'week', back: 0 },
  'last-week': { label: '上周', span: 'week', back: 1 },
  'this-month': { label: '本月', span: 'month', back: 0 },
  'last-month': { label: '上月', span: 'month', back: 1 },
  'this-quarter': { label: '本季', span: 'quarter', back: 0 },
  'last-quarter': { label: '上季', span: 'quarter', back: 1 },
  'this-year': { label: '本年', span: 'year', back: 0 },
} as const;

export type ReportPeriod = keyof typeof reportPeriods;
