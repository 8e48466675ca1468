import { Injectable } from '@nestjs/common';
import { DepartmentReport } from '../department-report';
import { OverviewReport } from '../overview-report';
import { ReturnReport } from '../return-report';
import { VisitReport } from '../visit-report';

/** The reports that bulletins are made of. */
@Injectable()
export class BulletinReports {
  constructor(
    readonly overview: OverviewReport,
    readonly departments: DepartmentReport,
    readonly returns: ReturnReport,
    readonly visits: VisitReport,
  ) {}
}
