import { ticketMeasures } from './facts/ticket-measures';
import { Figures } from './figures';
import { formulas } from './formulas';
import { populationLabel } from './population';

/** What is counted of the tickets received in a period, and the rates that are made of it. */
export const overviewFigures = new Figures(ticketMeasures, formulas);

export const overviewBasis = (withImported: boolean) => ({
  population: populationLabel(withImported),
  dateBasis: '受理时间',
});
