import { z } from 'zod';
import { channels } from '#ticket/channel';
import { limitClasses } from '#ticket/limit-class';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { code, codeAndName, date, enumOf, flag, id, idAndName, looseText, page, text } from './fields';
import { limitStandings } from './time-limit-shapes';

/** What a row of the catalogue may ask of a ticket besides category and area; which counts more stands first. */
export const ruleConditions = {
  keywords: { label: '关键词' },
  types: { label: '适用诉求类型' },
  urgencies: { label: '适用紧急程度' },
  channels: { label: '适用来源' },
} as const;
export type RuleCondition = keyof typeof ruleConditions;
export const ruleConditionNames = Object.keys(ruleConditions) as RuleCondition[];

const { normal: _, ...raised } = urgencies;
/** To what a row may raise a ticket's urgency; none lowers it. */
export const raisedUrgencies = raised;

/** 优先序: of rows that are equally specific the lower one counts. */
export const usualPrecedence = 50;

export const dispatchRuleView = z.object({
  id: z.string(),
  /** The same for all versions of a row. */
  seriesId: z.string(),
  version: z.number(),
  state: enumOf(limitStandings),
  categoryCode: z.string().nullable(),
  category: codeAndName.nullable(),
  areaCode: z.string().nullable(),
  area: codeAndName.nullable(),
  /** Any of them in title or content. */
  keywords: z.array(z.string()),
  types: z.array(enumOf(ticketTypes)),
  urgencies: z.array(enumOf(urgencies)),
  channels: z.array(enumOf(channels)),
  precedence: z.number(),
  lead: idAndName,
  coHandlerIds: z.array(z.string()),
  coHandlers: z.array(idAndName),
  basis: z.string().nullable(),
  /** At least as urgent as this a ticket is once it is dispatched so. */
  urgency: enumOf(raisedUrgencies).nullable(),
  limitClass: enumOf(limitClasses).nullable(),
  validFrom: date,
  validTo: date.nullable(),
});

const some = <Name extends string>(table: Record<Name, unknown>) =>
  z.array(enumOf(table)).max(Object.keys(table).length).optional();

export const dispatchRuleInput = z.strictObject({
  categoryCode: code.nullish(),
  areaCode: code.nullish(),
  keywords: z.array(text(30)).max(50).optional(),
  types: some(ticketTypes),
  urgencies: some(urgencies),
  channels: some(channels),
  precedence: z.number().int().min(1).max(99).optional(),
  leadId: id,
  coHandlerIds: z.array(id).max(20).optional(),
  basis: looseText(500).nullish(),
  urgency: enumOf(raisedUrgencies).nullish(),
  limitClass: enumOf(limitClasses).nullish(),
  validFrom: date.optional(),
  validTo: date.nullish(),
  /** The version whose place it takes, where it is for other tickets than that. */
  replaces: id.optional(),
});
export const dispatchRuleEdit = z.strictObject({ validTo: date });

export const dispatchRuleQuery = z.strictObject({
  /** This category and those below. */
  categoryCode: code.optional(),
  areaCode: code.optional(),
  /** Lead or co-handler. */
  departmentId: id.optional(),
  seriesId: id.optional(),
  state: enumOf(limitStandings).optional(),
  /** Rows for what no other row names: no category and no condition. */
  fallBack: flag.optional(),
  ...page,
});
