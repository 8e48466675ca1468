import { App, AutoComplete, Button, Card, Input } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { useWrite } from '../api/use-write';
import { RefusedNotice } from '../parts/refused-notice';
import type { CalendarDay, CalendarYear } from './calendar-year';
import { holidayNames } from './holiday-names';
import { MonthGrid } from './month-grid';
import { PublishDialog } from './publish-dialog';
import { toggleDay } from './toggle-day';
import { YearSources } from './year-sources';
import { YearVersions } from './year-versions';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Marks the days that differ from Monday to Friday by a click or from a file, and publishes the year after a preview. */
export function YearEditor({ calendar }: { calendar: CalendarYear }) {
  const { message } = App.useApp();
  const { year } = calendar;
  const [days, setDays] = useState<readonly CalendarDay[]>(calendar.days);
  const [source, setSource] = useState(calendar.source);
  const [name, setName] = useState('');
  const [showsVersions, showVersions] = useState(false);
  const [previewed, setPreviewed] = useState<RouteAnswer<'PUT /api/calendars/:year'> | null>(null);
  const [preview, publish] = [useWrite('PUT /api/calendars/:year'), useWrite('PUT /api/calendars/:year')];
  const request = () => ({
    params: { year: String(year) },
    body: { source: source.trim(), published: true, days: [...days] },
  });
  const mark = (date: string): void => {
    if (!name.trim() && !days.some((day) => day.date === date)) return void message.info('请先填写节日名称');
    setDays(toggleDay(days, date, name.trim()));
  };
  const look = async (): Promise<void> =>
    setPreviewed(await preview.mutateAsync({ ...request(), query: { preview: 'true' } }));
  const send = async (): Promise<void> => {
    await publish.mutateAsync(request());
    setPreviewed(null);
    void message.success(`${year}年工作日历已发布`);
  };
  return (
    <>
      <Card size="small" className="calendar-tools">
        <label htmlFor="calendar-source">依据</label>
        <Input
          id="calendar-source"
          value={source}
          onChange={(event) => setSource(event.target.value)}
          placeholder="如：国务院办公厅关于某年部分节假日安排的通知"
        />
        <label htmlFor="calendar-name">节日名称</label>
        <AutoComplete id="calendar-name" value={name} onChange={setName} options={holidayNames} />
        <div className="calendar-buttons">
          <YearSources
            year={year}
            take={(found, from) => {
              setDays(found);
              if (from) setSource(from);
            }}
          />
          <Button onClick={() => showVersions(true)}>历史版本</Button>
          <Button
            type="primary"
            disabled={!source.trim()}
            loading={preview.isPending}
            onClick={() => void look().catch(() => undefined)}
          >
            预览并发布
          </Button>
        </div>
        <span className="quiet">
          点工作日标为放假，点周末标为调休上班，再点取消。共放假{days.filter(({ working }) => !working).length}
          天，调休上班{days.filter(({ working }) => working).length}天。
        </span>
      </Card>
      <RefusedNotice error={preview.error} />
      {previewed && (
        <PublishDialog
          previewed={previewed}
          isBusy={publish.isPending}
          error={publish.error}
          publish={() => void send().catch(() => undefined)}
          close={() => setPreviewed(null)}
        />
      )}
      {showsVersions && <YearVersions year={year} close={() => showVersions(false)} />}
      <div className="calendar-months">
        {months.map((month) => (
          <MonthGrid key={month} year={year} month={month} days={days} mark={mark} />
        ))}
      </div>
    </>
  );
}
