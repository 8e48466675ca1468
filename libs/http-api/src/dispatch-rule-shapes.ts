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

/**
 * Last month's tickets that would have gone elsewhere. Of a month with very many only the newest are looked at, and `exact`
 * is false.
 */
export const elsewhereView = z.object({
  /** YYYY-MM */
  month: z.string(),
  /** Those with another lead. */
  tickets: z.number(),
  /** Those with the same lead, and other co-handlers, another urgency or limit class. */
  otherwise: z.number(),
  /** Those that a changed row may be for. */
  lookedAt: z.number(),
  exact: z.boolean(),
  /** From where to where, the most tickets first; null where nobody was or would be named. */
  items: z.array(
    z.object({
      from: idAndName.nullable(),
      to: idAndName.nullable(),
      category: codeAndName.nullable(),
      tickets: z.number(),
      examples: z.array(z.object({ id: z.string(), number: z.string() })),
    }),
  ),
});
export type ElsewhereView = z.output<typeof elsewhereView>;

/** `elsewhere` where it was only previewed. */
export const dispatchRuleChange = dispatchRuleView.extend({ elsewhere: elsewhereView.nullable() });

/** A file of rows: what the catalogue does not allow is refused line by line, everything else taken together. */
export const dispatchRuleImportView = z.object({
  created: z.number(),
  edited: z.number(),
  ended: z.number(),
  /** Rows that the catalogue has already, or that were over before today. */
  unchanged: z.number(),
  refused: z.array(z.object({ line: z.number(), reason: z.string() })),
  elsewhere: elsewhereView.nullable(),
});

/** Several stand in one cell of a file, with one of these between them. */
const word = text(30).regex(/^[^、,，;；\n]+$/, '一个关键词里不能有顿号、逗号或分号');

const some = <Name extends string>(table: Record<Name, unknown>) =>
  z.array(enumOf(table)).max(Object.keys(table).length).optional();

export const dispatchRuleInput = z.strictObject({
  categoryCode: code.nullish(),
  areaCode: code.nullish(),
  keywords: z.array(word).max(50).optional(),
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
