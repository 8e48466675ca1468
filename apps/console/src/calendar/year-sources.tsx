import { App, Button, Upload } from 'antd';
import { call } from '../api/call';
import { problemWords } from '../api/problem-words';
import type { CalendarDay } from './calendar-year';
import { readCalendarFile, UnreadableCalendar } from './read-calendar-file';

interface YearSourcesProps {
  readonly year: number;
  /** What was found, for somebody to look at and publish. */
  take(days: readonly CalendarDay[], source: string | null): void;
}

/** Where a year's days may come from: the notice that the program knows, or a file. */
export function YearSources({ year, take }: YearSourcesProps) {
  const { message } = App.useApp();
  const askNotice = async (): Promise<void> => {
    try {
      const { days, source } = await call('GET /api/calendars/:year/notice', { params: { year: String(year) } });
      take(days, source);
    } catch (reason) {
      void message.info(problemWords(reason));
    }
  };
  const read = async (file: File): Promise<void> => {
    try {
      take(readCalendarFile(await file.text(), year), null);
    } catch (reason) {
      void message.error(reason instanceof UnreadableCalendar ? reason.message : '文件无法读取');
    }
  };
  return (
    <>
      <Button onClick={() => void askNotice()}>取国务院通知</Button>
      <Upload
        accept=".json,.csv,.txt"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button title="JSON，或每行如：2027-01-01,放假,元旦">导入文件</Button>
      </Upload>
    </>
  );
}
