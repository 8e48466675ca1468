import { shanghaiDate } from '#store/shanghai-date';
import { clockMeasures, firstClock, firstLead } from './clock-measures';
import { partMeasures } from './part-measures';
import type { Standing } from './standing';
import { stockMeasures } from './stock-measures';
import { isCounted, ticketMeasures } from './ticket-measures';
import type { Told } from './told';

/** Everything that is counted, whatever it is counted of. */
export const measures = { ...ticketMeasures, ...partMeasures, ...clockMeasures, ...stockMeasures } as const;

/** That a ticket counts: in which measure, under what, and on which day (YYYY-MM-DD, Shanghai); null for the day it begins or ends. */
export interface Counts {
  readonly measure: number;
  readonly standing: Standing;
  readonly day: string | null;
}

const ticketRows = Object.values(ticketMeasures);
const partRows = Object.values(partMeasures);
const clockRows = Object.values(clockMeasures);
const stockRows = Object.values(stockMeasures);

/** In what a ticket counts, by all that was told of it so far. */
export function countsOf(told: Told): Counts[] {
  const { ticket, standing } = told;
  if (!isCounted(ticket)) return [];
  const received = shanghaiDate(ticket.registeredAt);
  return [
    ...ticketRows
      .filter(({ holds }) => holds(ticket))
      .map(({ number }) => ({ measure: number, standing, day: received })),
    ...partRows.flatMap((row) => ofDepartments(told, row, received)),
    ...ofFirstLead(told),
    ...stockRows.filter(({ holds }) => holds(ticket)).map(({ number }) => ({ measure: number, standing, day: null })),
  ];
}

function ofDepartments(told: Told, row: (typeof partRows)[number], day: string): Counts[] {
  const { standing } = told;
  const each = [...new Set(row.departments(told))].map((departmentId) => ({
    ...{ measure: row.number, standing: { ...standing, departmentId }, day },
  }));
  return each.length === 0 ? [] : [...each, { measure: row.ticketNumber, standing, day }];
}

function ofFirstLead(told: Told): Counts[] {
  const lead = firstLead(told.ticket);
  if (!lead) return [];
  const standing = { ...told.standing, departmentId: told.departmentOf(lead.id) };
  return clockRows.flatMap(({ number, kind, holds }) => {
    const clock = firstClock(told, kind);
    return clock && holds(clock) ? [{ measure: number, standing, day: shanghaiDate(clock.dueAt) }] : [];
  });
}
