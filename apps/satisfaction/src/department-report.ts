import { Injectable } from '@nestjs/common';
import { departmentGroups } from '#http-api/directory-shapes';
import { reportTitles } from '#http-api/report-titles';
import { seesAll, type Caller } from '#platform/caller';
import { comparedPeriod } from './compared-period';
import { departmentFigures } from './department-figures';
import { dimensionNames } from './dimensions';
import { FactReport, type CountedByFacts } from './fact-report';
import { overviewBasis } from './overview-figures';
import { namedAt } from './period';
import type { Report, ReportQuery } from './report-asked';
import { readScoreRules } from './score/score-rules-rows';
import { scored, withRankChanges, type ScoredRow } from './score/scored';

const plain = (key: string, label: string) => ({ key, label, kind: 'plain' as const, formula: null });

/**
 * 承办单位情况: what each department was given, what it did of it in time, and what the citizens say; with scores and
 * places for whoever sees all departments.
 */
@Injectable()
export class DepartmentReport extends FactReport {
  static readonly label = reportTitles.departments.label;
  static readonly dimensions = dimensionNames;

  protected readonly counts: CountedByFacts = {
    ...{ name: 'departments', label: DepartmentReport.label },
    figures: departmentFigures,
    basis: overviewBasis,
  };

  override async report(query: ReportQuery, caller: Caller): Promise<Report> {
    const report = await super.report(query, caller);
    if (report.by !== 'department' || !seesAll(caller)) return report;
    const { asOf } = report;
    const { from, to } = comparedPeriod(query, 'previous');
    const before = await super.report({ ...query, from, to, asOf }, caller);
    const rules = await readScoreRules(this.database.sql, namedAt(query, new Date(asOf)));
    const [rows, former] = [report, before].map((each) => scored(this.inGroups(each), rules));
    return {
      ...report,
      columns: [...report.columns, plain('score', '得分'), plain('rank', '名次'), plain('rankChange', '升降')],
      rows: withRankChanges(rows ?? [], former ?? []),
    };
  }

  /** Departments by their groups, those of none at the end. */
  private inGroups({ rows }: Report): ScoredRow[] {
    const grouped = rows.map((row) => ({
      ...row,
      group: this.directory.departments.get(row.key ?? '')?.group ?? null,
    }));
    const order = Object.keys(departmentGroups);
    const placeOf = ({ group }: ScoredRow): number => (group ? order.indexOf(group) : order.length);
    return (grouped as ScoredRow[]).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
