import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { shanghaiDate } from '#calendar/shanghai-time';
import { ApiProblem } from '../api/api-problem';
import { useAnswer } from '../api/use-answer';
import { Loaded } from '../parts/loaded';
import { RecomputationLine } from '../recomputing/recomputation-line';
import { OfficeHoursCard } from './office-hours-card';
import { YearEditor } from './year-editor';
import type { CalendarYear } from './calendar-year';
import './calendar.css';

/** Last year, this one and the two to come: what open clocks can still touch. */
const yearsAround = (thisYear: number): number[] => [thisYear - 1, thisYear, thisYear + 1, thisYear + 2];

const blankYear = (year: number): CalendarYear => ({ year, version: 0, source: '', published: false, days: [] });

/** The working calendar year by year; a year without a published notice is said loudly. */
export function CalendarPage() {
  const thisYear = Number(shanghaiDate(new Date()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const calendar = useAnswer('GET /api/calendars/:year', { params: { year: String(year) } });
  const isUnknown = calendar.error instanceof ApiProblem && calendar.error.code === 'not-found';
  const found = isUnknown ? { ...calendar, data: blankYear(year), error: null } : calendar;
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented
          options={yearsAround(thisYear).map((value) => ({ value, label: `${value}年` }))}
          value={year}
          onChange={setYear}
        />
      </div>
      <RecomputationLine />
      <OfficeHoursCard />
      <Loaded of={found}>
        {(data) => (
          <>
            {!data.published && (
              <Alert
                type="error"
                showIcon
                className="calendar-warning"
                title={`${year}年的放假通知尚未发布或尚未录入`}
                description="没有通知就不能推算这一年的工作日，到期时间落在这一年的工单无法计算时限。国务院办公厅发布通知后，请在下面标出放假和调休上班的日期并发布。"
              />
            )}
            <YearEditor key={`${data.year}:${data.version}`} calendar={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}
