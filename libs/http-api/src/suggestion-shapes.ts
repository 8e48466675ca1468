import { z } from 'zod';
import { code, enumOf, idAndName, instant, looseText, page, text } from './fields';

/** What is suggested. */
export const suggestionKinds = {
  category: { label: '事项分类' },
  department: { label: '承办单位' },
} as const;

export type SuggestionKind = keyof typeof suggestionKinds;

/** A version of what was learnt. Figures are of messages that it had not seen, 0 to 1. */
export const suggestionModelView = z.object({
  id: z.string(),
  kind: enumOf(suggestionKinds),
  version: z.number(),
  trainedAt: instant,
  /** Tickets that it was learnt from. */
  examples: z.number(),
  /** How often its likeliest suggestion was right. */
  accuracy: z.number(),
  /** Of how many it was so sure that nobody need be asked, and how often it was right then. */
  coverage: z.number(),
  precision: z.number(),
  isActive: z.boolean(),
});

/** One of the best: a category by its code, a department by its id. */
const suggested = z.object({
  code: z.string(),
  id: z.string(),
  name: z.string(),
  /** 0 to 1. */
  probability: z.number(),
  /** Whether a model tells the probability, calibrated; otherwise it is only how what speaks for each is shared out. */
  isLearnt: z.boolean(),
  /** Whether it is so sure that nobody need be asked, by the threshold of this very label. */
  isSure: z.boolean(),
  /** Words of the matter that speak for it. */
  phrases: z.array(z.string()),
  /** The row of the dispatch catalogue that names it. */
  rule: z.string().nullable(),
  /** All that in a clerk's words. */
  reasons: z.array(z.string()),
});

export const suggestInput = z.strictObject({
  title: text(200),
  content: looseText(20_000),
  categoryCode: code.nullish(),
  areaCode: code.nullish(),
});
export const suggestView = z.object({ category: z.array(suggested), department: z.array(suggested) });

/** With tickets about the same that are of this category, or that this department leads. */
const suggestedOfTicket = suggested.extend({
  similar: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
});

/** The three best of each kind for a ticket, and the version of what they were learnt from: 0 for rules and keywords alone. */
export const ticketSuggestionView = z.object({
  category: z.array(suggestedOfTicket),
  department: z.array(suggestedOfTicket),
  categoryVersion: z.number(),
  departmentVersion: z.number(),
});

/** How often what a version suggested first was done. */
export const suggestionAgreementView = z.object({
  kind: enumOf(suggestionKinds),
  /** 0: rules and keywords alone. */
  version: z.number(),
  /** What was suggested first. */
  suggested: idAndName,
  /** Rounds of tickets in which it was suggested first. */
  shown: z.number(),
  /** Those of them that were dispatched since, and in how many just so. */
  decided: z.number(),
  taken: z.number(),
  /** In how many what was done was among the three best. */
  amongBest: z.number(),
  /** Dispatched by itself, and of those how many the department neither returned nor lost to another. */
  automatic: z.number(),
  kept: z.number(),
});

export const agreementQuery = z.strictObject({
  kind: enumOf(suggestionKinds).default('department'),
  version: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  ...page,
});
