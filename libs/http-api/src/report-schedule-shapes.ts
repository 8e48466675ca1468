import { z } from 'zod';
import { roles } from '#ticket/role';
import { enumOf, instant, page, text } from './fields';
import { reportComparisons, reportDimensions } from './rating-shapes';
import { reportFormats } from './report-format';
import { reportPeriods } from './report-period';
import { reportTitles } from './report-titles';

/** How often a report is made by itself. `days`: how many there are to choose the day from, the first is 1; 0 for none. */
export const reportCadences = {
  daily: { label: '每日', days: 0 },
  weekly: { label: '每周', days: 7 },
  monthly: { label: '每月', days: 28 },
} as const;
export type ReportCadence = keyof typeof reportCadences;

const { manager, leader, supervisor, quality } = roles;
/** Who may be given reports of the whole house. */
export const reportRecipients = { manager, leader, supervisor, quality } as const;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为 08:00 这样的时间');

const fields = {
  name: text(60),
  report: enumOf(reportTitles),
  by: enumOf(reportDimensions),
  period: enumOf(reportPeriods),
  compare: enumOf(reportComparisons).nullable(),
  format: enumOf(reportFormats),
  cadence: enumOf(reportCadences),
  /** Of a week, Monday is 1; or of a month. */
  day: z.number().int().min(1).max(28).nullable(),
  /** In Shanghai. */
  at: timeOfDay,
  recipients: z.array(enumOf(reportRecipients)).min(1, '至少选择一个接收岗位'),
};

export const reportScheduleInput = z.strictObject({
  ...fields,
  compare: fields.compare.default(null),
  day: fields.day.default(null),
  at: fields.at.default('08:00'),
});
export const reportScheduleEdit = z.strictObject({ ...fields, active: z.boolean() }).partial();
export const reportScheduleView = z.object({
  id: z.string(),
  ...fields,
  active: z.boolean(),
  nextDueAt: instant,
});
export const reportScheduleQuery = z.strictObject(page);

/** 已生成的报表 */
export const madeReportView = z.object({
  id: z.string(),
  /** As the file is saved. */
  name: z.string(),
  format: enumOf(reportFormats),
  dueAt: instant,
  madeAt: instant,
  /** When whoever asks fetched it first. */
  fetchedAt: instant.nullable(),
});
