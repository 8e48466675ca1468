import { z } from 'zod';
import { gamingSigns, gamingStates, gamingUnits } from '#ticket/gaming-sign';
import { enumOf, id, idAndName, instant, page, text } from './fields';

/** What was asked of a sign when it was found. */
const ruleFields = {
  leastTickets: z.number(),
  windowDays: z.number(),
  /** In `unit`; null where the number of tickets says it all. */
  limitValue: z.number().nullable(),
};
const limitUnit = enumOf(gamingUnits).nullable();

/** A sign that was found: never a number, only tickets, a department or one of the hotline's own people. */
export const gamingSignView = z.object({
  id: z.string(),
  sign: enumOf(gamingSigns),
  state: enumOf(gamingStates),
  /** Whose tickets they are; null where they are of several. */
  department: idAndName.nullable(),
  /** Whoever called them back, where it is about that. */
  caller: idAndName.nullable(),
  /** How many tickets are behind it. */
  tickets: z.number(),
  /** In words, with its numbers. */
  why: z.string(),
  ...ruleFields,
  limitUnit,
  ruleVersion: z.number(),
  firstAt: instant,
  lastAt: instant,
  foundAt: instant,
  /** So many tickets it had when somebody decided on it before; null where nobody did. */
  ticketsBefore: z.number().nullable(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  reason: z.string().nullable(),
});
export const gamingSignQuery = z.strictObject({
  state: enumOf(gamingStates).default('open'),
  sign: enumOf(gamingSigns).optional(),
  departmentId: id.optional(),
  ...page,
});
export const gamingVerdictInput = z.strictObject({ reason: text(1_000) });

export const gamingRuleView = z.object({
  sign: enumOf(gamingSigns),
  label: z.string(),
  meaning: z.string(),
  version: z.number(),
  ...ruleFields,
  limitLabel: z.string().nullable(),
  limitUnit,
  at: instant,
});
export const gamingRuleInput = z.strictObject({
  leastTickets: z.number(),
  windowDays: z.number(),
  limitValue: z.number().nullish(),
});
