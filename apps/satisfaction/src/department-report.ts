import { Injectable } from '@nestjs/common';
import { departmentFigures } from './department-figures';
import { dimensionNames } from './dimensions';
import { FactReport, type CountedByFacts } from './fact-report';
import { overviewBasis } from './overview-figures';

/** 承办单位情况: what each department was given, what it did of it in time, and what the citizens say. */
@Injectable()
export class DepartmentReport extends FactReport {
  static readonly label = '承办单位情况';
  static readonly dimensions = dimensionNames;

  protected readonly counts: CountedByFacts = {
    ...{ name: 'departments', label: DepartmentReport.label },
    figures: departmentFigures,
    basis: overviewBasis,
  };
}
