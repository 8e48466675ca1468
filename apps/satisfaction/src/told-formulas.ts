import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { recordFound } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { coHandlingBasis, coHandlingFormulas, coHandlingMeasures } from './co-handling-measures';
import { Figures } from './figures';
import { ticketMeasures, type TicketMeasureName } from './facts/ticket-measures';
import { formulas } from './formulas';
import { populationLabel } from './population';
import { returnBasis, returnFormulas, returnMeasures } from './return-measures';
import { visitFormula } from './visit-measures';

/** A start tells which formulas this version counts by, where they are others than before. */
@Injectable()
export class ToldFormulas implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const rows = Object.entries(formulas).map(([name, formula]) => {
      const [numerator, denominator] = [labelOf(formula.numerator), labelOf(formula.denominator)];
      return [name, { ...formula, numerator, denominator, population: populationLabel(false) }] as const;
    });
    const returns = new Figures(returnMeasures, returnFormulas).told(returnBasis(false));
    const coHandling = new Figures(coHandlingMeasures, coHandlingFormulas).told(coHandlingBasis(false));
    const others = [...coHandling, ...returns, visitFormula].map(({ name, ...formula }) => [name, formula] as const);
    const told = new Map<string, object>([...rows, ...others]);
    await recordFound(this.database, this.clock, 'formula', told);
  }
}

const labelOf = (name: TicketMeasureName): string => ticketMeasures[name].label;
