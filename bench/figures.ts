/** One figure that is measured: what it says, in what, and what it should be. Figures without a target are shown beside. */
export interface Figure {
  readonly label: string;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Everything the benches measure. */
export const figures = {
  registeredRatio: { label: 'registrations, burst, against the raw probe', unit: '×', atLeast: 0.35 },
  registered: { label: 'registrations, burst of 32 connections', unit: '/s' },
  drained: { label: 'registrations until dispatched and searchable', unit: '/s', atLeast: 200 },
  privacyCost: { label: 'registrations lost to encryption and masking', unit: 'of 1', atMost: 0.15 },
  dispatchP50: { label: 'answered → dispatched with clocks, p50 at 100/s', unit: 'ms', atMost: 60 },
  dispatchP99: { label: 'answered → dispatched with clocks, p99 at 100/s', unit: 'ms', atMost: 400 },
  lifecycles: { label: 'whole lifecycles', unit: '/s', atLeast: 60 },
  importedCsv: { label: 'rows imported from CSV', unit: '/s', atLeast: 1_000 },
  importedXlsx: { label: 'rows imported from XLSX', unit: '/s', atLeast: 1_000 },
  importedJsonl: { label: 'rows imported from JSONL', unit: '/s', atLeast: 1_000 },
  importedLive: { label: 'live tickets imported from CSV', unit: '/s', atLeast: 1_000 },
  importMemory: { label: 'memory that imports took more', unit: 'MB', atMost: 300 },
  importMemoryGrowth: { label: 'memory of a file four times as long', unit: '×', atMost: 1.2 },
  registeringAlone: { label: 'a registration at 10/s, p95', unit: 'ms' },
  registeringMeanwhile: { label: 'a registration at 10/s while importing, p95', unit: 'ms', atMost: 200 },
  urgentImportingP50: { label: 'urgent call → dispatched, 50,000 being imported, p50', unit: 'ms' },
  urgentImportingP99: { label: 'urgent call → dispatched, 50,000 being imported, p99', unit: 'ms', atMost: 1_000 },
  urgentDrainingP50: { label: 'urgent call → dispatched, those being dispatched, p50', unit: 'ms' },
  urgentDrainingP99: { label: 'urgent call → dispatched, those being dispatched, p99', unit: 'ms', atMost: 1_000 },
  urgentFloodedP50: { label: 'urgent call → dispatched, flood from one area, p50', unit: 'ms' },
  urgentFloodedP99: { label: 'urgent call → dispatched, flood from one area, p99', unit: 'ms', atMost: 1_000 },
  exportedRows: { label: 'rows of the list taken out', unit: 'rows' },
  exportedCsv: { label: 'rows taken out as CSV', unit: '/s', atLeast: 1_000 },
  exportedXlsx: { label: 'rows taken out as XLSX', unit: '/s', atLeast: 1_000 },
  exportedJsonl: { label: 'rows taken out as JSONL', unit: '/s', atLeast: 1_000 },
  exportLonger: { label: 'a list longer than another', unit: '×' },
  exportMemoryGrowth: { label: 'memory of the longer list', unit: '×', atMost: 1.2 },
  registeringExporting: { label: 'a registration at 10/s while exporting, p95', unit: 'ms', atMost: 200 },
  mix: { label: 'hotline mix, tickets', unit: '/s', atLeast: 40 },
  mixP95: { label: 'hotline mix at 20 tickets/s, p95 a call', unit: 'ms', atMost: 200 },
  idleMemory: { label: 'idle memory of the one process', unit: 'MB', atMost: 350 },
  permissionCpu: { label: 'who asks, may they, too often: processor time', unit: 'µs', atMost: 20 },
  permissionP99: { label: 'who asks, may they, too often: p99 a request', unit: 'µs', atMost: 20 },
  lookAlikesFound: { label: 'judged messages with a true look-alike among five', unit: 'of 1', atLeast: 0.97 },
  lookAlikesP50: { label: 'look-alikes of a message, p50', unit: 'ms' },
  lookAlikesP95: { label: 'look-alikes of a message, p95', unit: 'ms', atMost: 50 },
  foundP50: { label: 'answered → found by its words, p50 at 20/s', unit: 'ms' },
  foundP99: { label: 'answered → found by its words, p99 at 20/s', unit: 'ms', atMost: 2_000 },
  sorted: { label: 'tickets sorted into hot issues by one process', unit: '/s' },
  auditMillion: { label: 'audit of all history, a million lines', unit: 's', atMost: 20 },
  anchor: { label: 'daily anchor of 200,000 tickets', unit: 's' },
  markLagP50: { label: 'due → recorded, p50', unit: 'ms' },
  markLagP99: { label: 'due → recorded, p99', unit: 'ms', atMost: 2_000 },
  marked: { label: 'clocks recorded while as many became due', unit: '/s' },
  lookFew: { label: 'a look when nothing is due, few clocks', unit: 'ms' },
  lookMany: { label: 'a look when nothing is due, many clocks', unit: 'ms' },
  lookGrowth: { label: 'a look when nothing is due, many against few', unit: '×', atMost: 1.5 },
  markFew: { label: 'a look that marks 200, few clocks', unit: 'ms' },
  markMany: { label: 'a look that marks 200, many clocks', unit: 'ms' },
  markGrowth: { label: 'a look that marks 200, many against few', unit: '×', atMost: 1.5 },
  dueTime: { label: 'one due time', unit: 'µs', atMost: 20 },
  receipt: { label: 'one receipt', unit: 'µs', atMost: 200 },
  recomputedTickets: { label: 'open tickets that a changed calendar touched', unit: 'tickets' },
  recomputedClocks: { label: 'clocks that it moved', unit: 'clocks' },
  recomputed: { label: 'changed calendar → the last clock follows it', unit: 's', atMost: 120 },
  registeringRecomputing: { label: 'a registration at 10/s while recomputing, p95', unit: 'ms', atMost: 200 },
  reportFacts: { label: 'facts that reports are read from', unit: 'rows' },
  reportTable: { label: 'a table of a month, p95 of the slowest dimension', unit: 'ms', atMost: 300 },
  reportByDepartment: { label: 'a table of a month by department, p95', unit: 'ms', atMost: 100 },
  noticeTable: { label: 'a table of a monthly notice that is made, p95', unit: 'ms', atMost: 100 },
  reportDrill: { label: 'the tickets behind a cell, p95', unit: 'ms', atMost: 300 },
  registeringReporting: { label: 'a registration at 50/s while reports are read, p95', unit: 'ms' },
  rebuilt: { label: 'all figures counted anew', unit: 's', atMost: 180 },
  rebuiltSame: { label: 'counted anew to the same rows', unit: 'of 1', atLeast: 1 },
  hotlineCpu: { label: 'processor time of the one process, each', unit: 'ms' },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;
export type Sample = Partial<Record<FigureName, number>>;

export const figureRow = (name: FigureName): Figure => figures[name];

/** Whether a value is what it should be; null where nothing was asked. */
export function meets(name: FigureName, value: number): boolean | null {
  const { atLeast, atMost } = figureRow(name);
  if (atLeast !== undefined) return value >= atLeast;
  return atMost === undefined ? null : value <= atMost;
}
