import { reportDimensions } from '#http-api/rating-shapes';
import { reportPeriods } from '#http-api/report-period';
import { reportCadences, type ReportCadence } from '#http-api/report-schedule-shapes';
import { reportTitles } from '#http-api/report-titles';
import type { ListItem } from '#http-api/list-route';

export type Schedule = ListItem<'GET /api/report-schedules'>;

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** The days of a cadence, as they are chosen; none where it comes each day. */
export const dayOptions = (cadence: ReportCadence): { value: number; label: string }[] =>
  Array.from({ length: reportCadences[cadence].days }, (_, index) => ({
    value: index + 1,
    label: dayWords(cadence, index + 1),
  }));

const dayWords = (cadence: ReportCadence, day: number): string =>
  cadence === 'weekly' ? `周${weekdays[day - 1] ?? ''}` : `${day}日`;

/** 每周 周一 08:00 */
export const cadenceWords = ({ cadence, day, at }: Schedule): string =>
  [reportCadences[cadence].label, ...(day === null ? [] : [dayWords(cadence, day)]), at].join(' ');

/** 总体情况，上周，按承办单位 */
export const contentWords = ({ report, period, by }: Schedule): string =>
  [reportTitles[report].label, reportPeriods[period].label, `按${reportDimensions[by].label}`].join('，');
