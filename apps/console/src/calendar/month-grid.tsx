import { dateOfDay, dayNumber, isWeekday } from '#calendar/day-number';
import type { CalendarDay } from './calendar-year';

interface MonthGridProps {
  readonly year: number;
  readonly month: number;
  readonly days: readonly CalendarDay[];
  mark(date: string): void;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const two = (value: number): string => String(value).padStart(2, '0');

/** The first of a month and of the next, as day numbers. */
const boundsOf = (year: number, month: number): [first: number, end: number] => {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return [dayNumber(`${year}-${two(month)}-01`), dayNumber(next)];
};

/** One month from Monday to Sunday; 休 and 班 mark what differs. */
export function MonthGrid({ year, month, days, mark }: MonthGridProps) {
  const [first, end] = boundsOf(year, month);
  const blanks = weekdayOf(first);
  const dates = Array.from({ length: end - first }, (_, index) => dateOfDay(first + index));
  return (
    <section className="month" aria-label={`${month}月`}>
      <h3>{month}月</h3>
      <div className="month-days">
        {weekdays.map((weekday) => (
          <span key={weekday} className="quiet">
            {weekday}
          </span>
        ))}
        {dates.map((date, index) => (
          <DayButton
            key={date}
            date={date}
            column={index === 0 ? blanks + 1 : undefined}
            special={days.find((day) => day.date === date)}
            mark={mark}
          />
        ))}
      </div>
    </section>
  );
}

/** 0 for Monday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

interface DayButtonProps {
  readonly date: string;
  readonly column: number | undefined;
  readonly special: CalendarDay | undefined;
  mark(date: string): void;
}

const DayButton = ({ date, column, special, mark }: DayButtonProps) => {
  const isRest = special ? !special.working : !isWeekday(dayNumber(date));
  const sign = special ? (special.working ? '班' : '休') : '';
  return (
    <button
      type="button"
      className={`day ${isRest ? 'day-rest' : ''} ${special ? 'day-special' : ''}`}
      style={column ? { gridColumnStart: column } : undefined}
      title={special ? `${special.name}${special.working ? '调休上班' : '放假'}` : undefined}
      onClick={() => mark(date)}
    >
      {Number(date.slice(8))}
      <sup>{sign}</sup>
    </button>
  );
};
