import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { shanghaiDate } from '#calendar/shanghai-time';
import { spanPeriod } from '#calendar/time-span';
import { reportPeriods, type ReportPeriod } from '#http-api/report-period';

interface Days {
  readonly from: string;
  readonly to: string;
}

interface PeriodChoiceProps {
  readonly value: Days;
  choose(days: Days): void;
}

const names = Object.keys(reportPeriods) as ReportPeriod[];
const custom = { value: 'custom', label: '自定义', disabled: true } as const;
const options = [...names.map((value) => ({ value, label: reportPeriods[value].label })), custom];
const day = 'YYYY-MM-DD';

/** 今日、本周、本月 …, or any days. */
export function PeriodChoice({ value, choose }: PeriodChoiceProps) {
  const today = shanghaiDate(new Date());
  const daysOf = (name: ReportPeriod): Days => spanPeriod(reportPeriods[name], today);
  const isChosen = (name: ReportPeriod): boolean => {
    const { from, to } = daysOf(name);
    return from === value.from && to === value.to;
  };
  return (
    <>
      <Select<ReportPeriod | 'custom'>
        aria-label="统计周期"
        value={names.find(isChosen) ?? custom.value}
        options={options}
        onChange={(name) => name !== 'custom' && choose(daysOf(name))}
        popupMatchSelectWidth={false}
      />
      <DatePicker.RangePicker
        value={[dayjs(value.from), dayjs(value.to)]}
        allowClear={false}
        onChange={(range) => {
          if (range?.[0] && range[1]) choose({ from: range[0].format(day), to: range[1].format(day) });
        }}
      />
    </>
  );
}
