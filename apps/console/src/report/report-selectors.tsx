import { Segmented, Select } from 'antd';
import { reportComparisons, reportDimensions, type ReportComparison } from '#http-api/rating-shapes';
import { InstantInput } from '../parts/instant-input';
import { optionsOf } from '../words/options';
import { PeriodChoice } from './period-choice';
import type { Dimension } from './report-query';
import type { ReportQuestion } from './use-report-question';

interface ReportSelectorsProps {
  readonly question: ReportQuestion;
  readonly names: readonly { name: string; label: string; dimensions: readonly Dimension[]; keepsPast: boolean }[];
  ask(change: Partial<ReportQuestion>): void;
}

const comparisons = [{ value: '', label: '不比较' }, ...optionsOf(reportComparisons)];

/** Which report, of which days, by what. */
export function ReportSelectors({ question, names, ask }: ReportSelectorsProps) {
  const { dimensions: offered = [], keepsPast = false } = names.find(({ name }) => name === question.name) ?? {};
  return (
    <div className="page-filters">
      {names.length > 1 && (
        <Select
          value={question.name}
          options={names.map(({ name, label }) => ({ value: name, label }))}
          onChange={(name) => ask({ name, by: undefined })}
          aria-label="报表"
          popupMatchSelectWidth={false}
        />
      )}
      <PeriodChoice value={question} choose={ask} />
      {keepsPast && (
        <div className="report-as-of">
          <InstantInput
            value={question.asOf}
            onChange={(asOf) => ask({ asOf })}
            to={new Date().toISOString()}
            placeholder="统计截止：现在"
          />
        </div>
      )}
      <Select<ReportComparison | ''>
        aria-label="比较"
        value={question.compare ?? ''}
        options={comparisons}
        onChange={(compare) => ask({ compare: compare || undefined })}
        popupMatchSelectWidth={false}
      />
      <Segmented
        options={offered.map((value) => ({ value, label: reportDimensions[value].label }))}
        value={question.by ?? offered[0]}
        onChange={(by) => ask({ by })}
        className="report-by"
      />
    </div>
  );
}
