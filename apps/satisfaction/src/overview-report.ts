import { Injectable } from '@nestjs/common';
import { reportTitles } from '#http-api/report-titles';
import { dimensionNames } from './dimensions';
import { FactReport, type CountedByFacts } from './fact-report';
import { overviewBasis, overviewFigures } from './overview-figures';

/** 总体情况: what came in, what became of it, and what the citizens say, every rate with what it is made of. */
@Injectable()
export class OverviewReport extends FactReport {
  static readonly label = reportTitles.overview.label;
  static readonly dimensions = dimensionNames;

  protected readonly counts: CountedByFacts = {
    ...{ name: 'overview', label: OverviewReport.label },
    figures: overviewFigures,
    basis: overviewBasis,
  };
}
