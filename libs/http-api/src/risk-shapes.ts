import { z } from 'zod';
import { latenessFactors, riskLevels } from '#ticket/lateness';
import { codeAndName, enumOf, idAndName, instant, page } from './fields';

export const riskView = z.object({
  /** From 0 to 1: that the department answers after its due time. */
  chance: z.number(),
  level: enumOf(riskLevels),
  /** What raises it, the strongest first. */
  reasons: z.array(z.object({ factor: enumOf(latenessFactors), label: z.string(), times: z.number() })),
});

/** An open part of a lead department that is due within days, with its chance to be late. */
export const riskyPartView = z.object({
  ticketId: z.string(),
  number: z.string(),
  title: z.string(),
  category: codeAndName.nullable(),
  department: idAndName,
  dispatchedAt: instant,
  dueAt: instant,
  risk: riskView,
});

export const riskQuery = z.strictObject({ level: enumOf(riskLevels).optional(), ...page });

/** By which history chances are told, and how far they lay from what came; null while history tells too little. */
export const latenessModelView = z.object({
  day: z.string(),
  madeAt: instant,
  parts: z.number(),
  testedParts: z.number(),
  calibrationError: z.number().nullable(),
});
