/** 要情快报: what stands in the series of one incident, and after which kind each may come; null: as the first. */
export const reportKinds = {
  first: { label: '首报', after: [null] },
  further: { label: '续报', after: ['first', 'further'] },
  final: { label: '终报', after: ['first', 'further'] },
} as const satisfies Record<string, { label: string; after: readonly (string | null)[] }>;

export type ReportKind = keyof typeof reportKinds;
export const reportKindNames = Object.keys(reportKinds) as ReportKind[];

/** Whether a report of this kind may be signed when that was the last one; null when there is none. */
export const mayFollow = (last: ReportKind | null, kind: ReportKind): boolean =>
  (reportKinds[kind].after as readonly (ReportKind | null)[]).includes(last);

/** The kinds that may come next; none after the 终报. */
export const kindsAfter = (last: ReportKind | null): ReportKind[] =>
  reportKindNames.filter((kind) => mayFollow(last, kind));
