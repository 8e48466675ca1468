import { Alert, App, AutoComplete, Button, Card, Input } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import type { CalendarDay, CalendarYear } from './calendar-year';
import { holidayNames } from './holiday-names';
import { MonthGrid } from './month-grid';
import { toggleDay } from './toggle-day';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Marks the days that differ from Monday to Friday by a click, and publishes the year. */
export function YearEditor({ calendar }: { calendar: CalendarYear }) {
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const [days, setDays] = useState<readonly CalendarDay[]>(calendar.days);
  const [source, setSource] = useState(calendar.source);
  const [name, setName] = useState('');
  const publish = useWrite('PUT /api/calendars/:year');
  const mark = (date: string): void => {
    if (!name.trim() && !days.some((day) => day.date === date)) return void message.info('请先填写节日名称');
    setDays(toggleDay(days, date, name.trim()));
  };
  const send = async (): Promise<void> => {
    const body = { source: source.trim(), published: true, days: [...days] };
    await publish.mutateAsync({ params: { year: String(calendar.year) }, body });
    await client.invalidateQueries({ queryKey: ['GET /api/calendars/:year'] });
    message.success(`${calendar.year}年工作日历已发布`);
  };
  const confirm = (): void =>
    void modal.confirm({
      title: `发布${calendar.year}年工作日历？`,
      content: '此后的时限按新日历计算；已在运行的时限暂不调整。',
      okText: '发布',
      onOk: () => send().catch(() => undefined),
    });
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
        <Button type="primary" disabled={!source.trim()} loading={publish.isPending} onClick={confirm}>
          发布
        </Button>
        <span className="quiet">
          点工作日标为放假，点周末标为调休上班，再点取消。共放假{days.filter(({ working }) => !working).length}
          天，调休上班{days.filter(({ working }) => working).length}天。
        </span>
      </Card>
      {publish.error && <Alert type="error" showIcon title={problemWords(publish.error)} className="form-error" />}
      <div className="calendar-months">
        {months.map((month) => (
          <MonthGrid key={month} year={calendar.year} month={month} days={days} mark={mark} />
        ))}
      </div>
    </>
  );
}
