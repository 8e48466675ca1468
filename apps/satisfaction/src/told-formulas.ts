import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { recordFound } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { coHandlingBasis, coHandlingFormulas, coHandlingMeasures } from './co-handling-measures';
import { departmentFigures } from './department-figures';
import { Figures } from './figures';
import { overviewBasis, overviewFigures } from './overview-figures';
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
    // Those that stand in both are the overview's.
    const told = [
      ...departmentFigures.told(overviewBasis(false)),
      ...overviewFigures.told(overviewBasis(false)),
      ...new Figures(coHandlingMeasures, coHandlingFormulas).told(coHandlingBasis(false)),
      ...new Figures(returnMeasures, returnFormulas).told(returnBasis(false)),
      visitFormula,
    ];
    // How it is explained is no part of what is counted.
    const rules = told.map(({ name, explained: _, example: __, ...rule }) => [name, rule] as const);
    await recordFound(this.database, this.clock, 'formula', new Map<string, object>(rules));
  }
}
