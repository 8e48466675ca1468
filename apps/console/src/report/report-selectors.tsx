import { DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { reportDimensions } from '#http-api/rating-shapes';
import { InstantInput } from '../parts/instant-input';
import type { Dimension } from './report-query';
import type { ReportQuestion } from './use-report-question';

interface ReportSelectorsProps {
  readonly question: ReportQuestion;
  readonly names: readonly { name: string; label: string; dimensions: readonly Dimension[]; keepsPast: boolean }[];
  ask(change: Partial<ReportQuestion>): void;
}

const day = 'YYYY-MM-DD';

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
      <DatePicker.RangePicker
        value={[dayjs(question.from), dayjs(question.to)]}
        allowClear={false}
        onChange={(range) => {
          if (range?.[0] && range[1]) ask({ from: range[0].format(day), to: range[1].format(day) });
        }}
      />
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
      <Segmented
        options={offered.map((value) => ({ value, label: reportDimensions[value].label }))}
        value={question.by ?? offered[0]}
        onChange={(by) => ask({ by })}
        className="report-by"
      />
    </div>
  );
}
