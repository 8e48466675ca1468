import { shanghaiDate } from '#store/shanghai-date';
import { clockMeasures, firstLead, type ClockMeasure } from './clock-measures';
import { partMeasures } from './part-measures';
import { underDepartment, type Standing } from './standing';
import { stockMeasures } from './stock-measures';
import { isCounted, ticketMeasures } from './ticket-measures';
import type { Told } from './told';

/** Everything that is counted, whatever it is counted of. */
export const measures = { ...ticketMeasures, ...partMeasures, ...clockMeasures, ...stockMeasures } as const;

/** By which facts name them. */
export const measureNumbers: readonly number[] = Object.values(measures).flatMap((row) =>
  'ticketNumber' in row ? [row.number, row.ticketNumber] : [row.number],
);

/** That a ticket counts: in which measure, under what, and on which day (YYYY-MM-DD, Shanghai); null for the day it begins or ends. */
export interface Counts {
  readonly measure: number;
  readonly standing: Standing;
  readonly day: string | null;
}

const ticketRows = Object.values(ticketMeasures);
const partRows = Object.values(partMeasures);
/** By kind: each clock is looked up once. */
const clockKinds = [...new Set(Object.values(clockMeasures).map(({ kind }) => kind))].map((kind) => ({
  kind,
  rows: Object.values<ClockMeasure>(clockMeasures).filter((row) => row.kind === kind),
}));
const stockRows = Object.values(stockMeasures);

/** In what it counts by the lines of its history. */
export function lineCounts(told: Told): Counts[] {
  const { ticket, standing } = told;
  if (!isCounted(ticket)) return [];
  const received = shanghaiDate(ticket.registeredAt);
  const counts: Counts[] = [];
  for (const { number, holds } of ticketRows)
    if (holds(ticket)) counts.push({ measure: number, standing, day: received });
  for (const row of partRows) counts.push(...ofDepartments(told, row, received));
  for (const { number, holds } of stockRows) if (holds(ticket)) counts.push({ measure: number, standing, day: null });
  return counts;
}

function ofDepartments(told: Told, row: (typeof partRows)[number], day: string): Counts[] {
  const departments = new Set(row.departments(told));
  if (departments.size === 0) return none;
  const { standing } = told;
  const each = [...departments].map((departmentId) => ({
    ...{ measure: row.number, standing: underDepartment(standing, departmentId), day },
  }));
  return [...each, { measure: row.ticketNumber, standing, day }];
}

const none: Counts[] = [];

/** In what it counts by the clocks of its first lead. */
export function clockCounts(told: Told): Counts[] {
  const lead = isCounted(told.ticket) && firstLead(told.ticket);
  if (!lead) return [];
  const standing = underDepartment(told.standing, told.departmentOf(lead.id));
  const counts: Counts[] = [];
  for (const { kind, rows } of clockKinds) {
    const clock = told.clockOf(lead.id, kind);
    const held = clock ? rows.filter(({ holds }) => holds(clock)) : [];
    if (clock && held.length > 0) {
      const day = shanghaiDate(clock.dueAt);
      for (const { number } of held) counts.push({ measure: number, standing, day });
    }
  }
  return counts;
}
