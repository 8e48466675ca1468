import { z } from 'zod';
import { enumOf, instant } from './fields';

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
