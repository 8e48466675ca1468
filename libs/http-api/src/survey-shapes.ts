import { z } from 'zod';
import { instant } from './fields';
import { ratingInput } from './rating-shapes';

/** What a citizen is asked by link about one round of the own ticket: whoever has the link is taken for the citizen. */
export const surveyView = z.object({
  number: z.string(),
  /** Null of a protected citizen: a link is passed on more easily than number and code. */
  title: z.string().nullable(),
  /** What the citizen was answered; null too where that stands on another ticket. */
  answer: z.string().nullable(),
  standing: z.enum(['open', 'answered']),
  /** Until when it can be answered; null while the citizen is still to be called. */
  until: instant.nullable(),
});
export type SurveyView = z.output<typeof surveyView>;

export const surveyInput = ratingInput;
export type SurveyInput = z.output<typeof surveyInput>;

/** What became of a survey company's results, row by row. */
export const surveyResultsView = z.object({
  accepted: z.number(),
  /** Rows that were taken before. */
  known: z.number(),
  refused: z.array(z.object({ line: z.number(), reason: z.string() })),
});
