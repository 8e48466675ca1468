import { Injectable } from '@nestjs/common';
import { reportTitles } from '#http-api/report-titles';
import { answeringClock } from '#store/part-timeliness';
import { departmentOfPartThen } from '#store/succeeded-rows';
import { firstIdAt } from '#store/uuid-v7';
import { partsInScope } from '#platform/scope';
import { BesideReport, type CountedBeside } from './beside-report';
import { coHandlingBasis, coHandlingDimensions, coHandlingFormulas, coHandlingMeasures } from './co-handling-measures';
import type { Dimension } from './dimensions';
import { Figures } from './figures';
import { period } from './period';

const months = ['t.id', 'a.ticket_id'].map((id) => `${id} >= $1 AND ${id} < $2`).join(' AND ');

/** 协办情况: a line for each department that helped, beside the figures, which count by lead. */
@Injectable()
export class CoHandlingReport extends BesideReport {
  static readonly label = reportTitles['co-handling'].label;
  static readonly dimensions = Object.keys(coHandlingDimensions) as Dimension[];

  protected readonly counts: CountedBeside = {
    ...{ name: 'co-handling', label: CoHandlingReport.label },
    rows: 'ticket.assignment a',
    beside: answeringClock,
    ticketId: 'a.ticket_id',
    dimensions: coHandlingDimensions,
    keyThen: { department: departmentOfPartThen },
    notBy: '协办情况按承办单位、区域、事项分类、诉求类型、来源、日、周、月、季、年统计',
    figures: new Figures(coHandlingMeasures, coHandlingFormulas),
    basis: coHandlingBasis,
    period: (query) => period(query).map(firstIdAt),
    asked: (caller, values) =>
      `${months} AND a.role = 'co-handler' AND a.parent_id IS NULL AND ${partsInScope(caller, values)}`,
  };
}
