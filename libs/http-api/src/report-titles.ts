/** The managers' reports, by the names that they are asked for. */
export const reportTitles = {
  overview: { label: '总体情况' },
  departments: { label: '承办单位情况' },
  'co-handling': { label: '协办情况' },
  returns: { label: '退单争议' },
  visits: { label: '走访情况' },
} as const;

export type ReportName = keyof typeof reportTitles;
