import { z } from 'zod';
import { id, instant, page } from './fields';

const share = z.number().min(0).max(1);

/** 评分项: a rate's points, none up to `floor` and all from `cap` on; shares, .95 for 95 %. */
export const scoreRule = z.strictObject({
  /** A formula of the report `departments`. */
  rate: z.string().max(64),
  points: z.number().min(1).max(100),
  floor: share,
  cap: share,
});
export const scoreRulesInput = z.strictObject({
  /** Whoever leads fewer tickets in a period is not ranked. */
  leastTickets: z.number().int().min(1).max(10_000),
  rules: z.array(scoreRule).min(1).max(20),
});
export const scoreRulesView = scoreRulesInput.extend({ version: z.number(), setBy: id, setAt: instant.nullable() });
export const scoreRulesQuery = z.strictObject(page);
