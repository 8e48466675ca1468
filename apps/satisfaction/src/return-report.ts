import { Injectable } from '@nestjs/common';
import { reportTitles } from '#http-api/report-titles';
import { returnsInScope } from '#platform/scope';
import { BesideReport, type CountedBeside } from './beside-report';
import type { Dimension } from './dimensions';
import { Figures } from './figures';
import { period } from './period';
import { returnBasis, returnDimensions, returnFormulas, returnMeasures } from './return-measures';

/** 退单争议: which departments wanted to return what in the period, and what was decided of it. */
@Injectable()
export class ReturnReport extends BesideReport {
  static readonly label = reportTitles.returns.label;
  static readonly dimensions = Object.keys(returnDimensions) as Dimension[];

  protected readonly counts: CountedBeside = {
    ...{ name: 'returns', label: ReturnReport.label },
    rows: 'ticket.return_request r',
    ticketId: 'r.ticket_id',
    dimensions: returnDimensions,
    notBy: '退单争议按承办单位、事项分类、区域、诉求类型、日、周、月、季、年统计',
    figures: new Figures(returnMeasures, returnFormulas),
    basis: returnBasis,
    period,
    asked: (caller, values) => `r.asked_at >= $1 AND r.asked_at < $2 AND ${returnsInScope(caller, values)}`,
  };
}
