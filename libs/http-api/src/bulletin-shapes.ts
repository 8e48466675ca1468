import { z } from 'zod';
import { date, enumOf, id, idAndName, instant, page } from './fields';
import { reportCells, reportColumn, reportDimensions, reportFormula } from './rating-shapes';
import { reportFormats } from './report-format';

export const bulletinKinds = {
  daily: { label: '日报' },
  weekly: { label: '周报' },
  monthly: { label: '通报' },
  brief: { label: '呈阅件' },
} as const;
export type BulletinKind = keyof typeof bulletinKinds;

export const bulletinStates = { draft: { label: '待签发' }, signed: { label: '已签发' } } as const;
export type BulletinState = keyof typeof bulletinStates;

/** A table of a bulletin. Where it comes from a report, its rows have that report's keys (`$key`): their tickets can be opened. */
const bulletinSection = z.object({
  name: z.string(),
  title: z.string(),
  note: z.string().optional(),
  source: z.object({ report: z.string(), by: enumOf(reportDimensions) }).optional(),
  table: z.object({
    columns: z.array(reportColumn.extend({ compares: z.object({ now: z.string(), before: z.string() }).optional() })),
    rows: z.array(reportCells),
    totals: reportCells.nullable(),
    formulas: z.array(reportFormula),
  }),
});

export const bulletinSummary = z.object({
  id,
  kind: enumOf(bulletinKinds),
  state: enumOf(bulletinStates),
  /** Such as 〔2026〕第9期; of the day it begins. */
  number: z.string(),
  title: z.string(),
  from: date,
  to: date,
  /** 统计截止时间 */
  asOf: instant,
  madeAt: instant,
  signed: z.object({ by: idAndName, at: instant }).nullable(),
});
export const bulletinView = bulletinSummary.extend({
  sections: z.array(bulletinSection),
  /** Of what was signed. */
  sha256: z.string().nullable(),
});
export const bulletinsQuery = z.strictObject({ kind: enumOf(bulletinKinds).optional(), ...page });
/** The bulletin of the day, week or month that a date lies in. */
export const bulletinInput = z.strictObject({ kind: enumOf(bulletinKinds), on: date });

/** 更正: a figure that is another one now than it was when it was signed. */
export const bulletinCorrection = z.object({
  id: z.string(),
  section: z.string(),
  row: z.string(),
  column: z.string(),
  was: z.string(),
  is: z.string(),
});
/** `asOf` of the draft that was read. */
export const bulletinSigning = z.strictObject({ asOf: instant });
/** A bulletin of many tables is no CSV. */
const { csv: _, ...bulletinFormats } = reportFormats;
export { bulletinFormats };
export const bulletinDocumentQuery = z.strictObject({ format: enumOf(bulletinFormats).default('pdf') });
export const correctionsQuery = z.strictObject(page);
