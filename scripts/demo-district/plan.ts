import { Calendar } from '#calendar/calendar';
import { defaultOfficeHours } from '#calendar/office-hours';
import { stateCouncilYears } from '#calendar/state-council-years';
import { endingsOf } from './endings';
import type { PeriodFigures } from './period-figures';
import { planCase } from './plan-case';
import type { PlannedCase } from './planned-case';
import { callInstants } from './seasons';

/** Working time of the simulated years: what begins in one may go on in the next. */
export function calendarOf({ from, to }: PeriodFigures): Calendar {
  return new Calendar(stateCouncilYears(Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1), defaultOfficeHours);
}

/** Every ticket of the period in the order of their calls: the same figures and seed give the same plan anywhere. */
export function planPeriod(figures: PeriodFigures, seed: number): PlannedCase[] {
  const instants = callInstants(figures, calendarOf(figures), seed);
  const begun = instants.map((at, index) => planCase(index, at, figures.received, seed));
  const endings = endingsOf(begun, figures, seed);
  return begun.map((each) => ({ ...each, ending: endings.get(each) ?? 'not-dissatisfied' }));
}
