import { z } from 'zod';
import { contactedAnswers, ratingSources, satisfactions, solvedAnswers } from '#ticket/rating';
import { sendBackReasons } from '#ticket/reason';
import { departmentGroups } from './directory-shapes';
import { date, enumOf, flag, id, instant, page, text, looseText } from './fields';
import { reportFormatNames } from './report-format';

const satisfaction = enumOf(satisfactions);

export const ratingInput = z.strictObject({
  contacted: enumOf(contactedAnswers),
  solved: enumOf(solvedAnswers),
  satisfaction: z.strictObject({
    result: satisfaction,
    attitude: satisfaction.optional(),
    speed: satisfaction.optional(),
  }),
  comment: text(2_000).optional(),
});

export const ratingView = z.object({
  source: enumOf(ratingSources),
  contacted: enumOf(contactedAnswers),
  solved: enumOf(solvedAnswers),
  satisfaction: z.object({ result: satisfaction, attitude: satisfaction.nullish(), speed: satisfaction.nullish() }),
  round: z.number(),
  at: instant,
  /** The number that was called is not the one the registration fixed. */
  numberChanged: z.boolean(),
});

export const judgementInput = z.strictObject({ reasonable: z.boolean(), reason: text(1_000), leadId: id.optional() });
export const approveInput = z.strictObject({ note: text(1_000).optional() });
export const sendBackInput = z.strictObject({ reasonCode: enumOf(sendBackReasons), note: text(1_000).optional() });
export const pageQuery = z.strictObject(page);

/** A rate is never shown without what it is made of (domain.md, first rule for figures). */
export const rateView = z.object({ value: z.number().nullable(), numerator: z.number(), denominator: z.number() });

/** By what a report may be broken down. */
export const reportDimensions = {
  department: { label: '承办单位' },
  area: { label: '区域' },
  category: { label: '事项分类' },
  type: { label: '诉求类型' },
  channel: { label: '来源' },
  agent: { label: '话务员' },
  team: { label: '走访队伍' },
  day: { label: '日' },
  week: { label: '周' },
  month: { label: '月' },
  quarter: { label: '季' },
  year: { label: '年' },
} as const;
export type ReportDimension = keyof typeof reportDimensions;

/** With what a report may be compared; what a change is called, and the figure that it is against. */
export const reportComparisons = {
  previous: { label: '环比', before: '上期' },
  'last-year': { label: '同比', before: '去年同期' },
} as const;
export type ReportComparison = keyof typeof reportComparisons;

export const reportQuery = z.strictObject({
  from: date,
  to: date,
  /** By default the report's own first one. */
  by: enumOf(reportDimensions).optional(),
  /** With the history of other systems. */
  imported: flag.optional(),
  /** 统计截止时间: as the figures were known then; by default now. */
  asOf: instant.optional(),
  compare: enumOf(reportComparisons).optional(),
  format: z.enum(['json', ...reportFormatNames]).default('json'),
});
export const reportColumn = z.object({
  key: z.string(),
  label: z.string(),
  /**
   * `change`: a share of what was before; `points`: percentage points between two rates; `plain`: a number or a word that no
   * tickets stand behind, such as a rank.
   */
  kind: z.enum(['label', 'count', 'rate', 'change', 'points', 'plain']),
  formula: z.string().nullable(),
  /** The column that this one stands beside, in a report that is compared with another period. */
  of: z.string().optional(),
});
/** 得分: what each rate is worth, and what was earned of it; null where there was nothing to judge. */
export const scorePart = z.object({
  rate: z.string(),
  points: z.number(),
  floor: z.number(),
  cap: z.number(),
  earned: z.number().nullable(),
});
export const reportCells = z.record(z.string(), z.union([z.string(), z.number(), rateView, z.null()]));
/** 口径: what a rate is made of. */
export const reportFormula = z.object({
  name: z.string(),
  version: z.number(),
  label: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  population: z.string(),
  dateBasis: z.string(),
});
export const reportView = z.object({
  name: z.string(),
  label: z.string(),
  from: date,
  to: date,
  by: enumOf(reportDimensions),
  columns: z.array(reportColumn),
  rows: z.array(
    z.object({
      key: z.string().nullable(),
      cells: reportCells,
      /** Those with whom a department is compared, and of what its score is made. */
      group: enumOf(departmentGroups).nullish(),
      score: z.array(scorePart).optional(),
    }),
  ),
  totals: reportCells,
  formulas: z.array(
    reportFormula.extend({
      /** One paragraph for whoever reads the figure, and the rate worked out once. */
      explained: z.string().nullable(),
      example: rateView.nullable(),
    }),
  ),
  asOf: instant,
  /** The period that it is compared with, as of the same instant. */
  compared: z.object({ with: enumOf(reportComparisons), from: date, to: date }).optional(),
});
/** The tickets behind a cell: a column's key, and for a rate which part of it. */
export const reportTicketsQuery = z.strictObject({
  from: date,
  to: date,
  by: enumOf(reportDimensions).optional(),
  imported: flag.optional(),
  asOf: instant.optional(),
  row: looseText(64).optional(),
  column: z.string().max(64),
  /** `missed`: those of the denominator that are not in the numerator, for which points were lost. */
  part: z.enum(['numerator', 'denominator', 'missed']).default('numerator'),
  limit: page.limit,
  cursor: page.cursor,
});
export const reportNames = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      dimensions: z.array(enumOf(reportDimensions)),
      /** It can be asked for as of an instant of the past. */
      keepsPast: z.boolean(),
    }),
  ),
  nextCursor: z.null(),
});
