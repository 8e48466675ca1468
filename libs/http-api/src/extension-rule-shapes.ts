import { z } from 'zod';
import { extensionApprovers } from '#ticket/request-state';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { date, enumOf, text } from './fields';
import { limitUnits } from './limit-units';
import { limitStandings } from './time-limit-shapes';

/** Ordinary tickets are told apart by their type, others by their urgency. Nobody handles praise. */
const { praise: _praise, ...extendedTypes } = ticketTypes;
const { normal: _normal, ...extendedUrgencies } = urgencies;
export { extendedTypes, extendedUrgencies };

/** How much more time the n-th extension of a class may give at most, and who approves it; named such as `complaint.2`. */
export const extensionRuleView = z.object({
  name: z.string(),
  version: z.number(),
  /** One of these two is null. */
  type: enumOf(ticketTypes).nullable(),
  urgency: enumOf(urgencies).nullable(),
  nth: z.number(),
  amount: z.number(),
  unit: enumOf(limitUnits),
  approver: enumOf(extensionApprovers),
  source: z.string(),
  state: enumOf(limitStandings),
  /** The last day of a version that is past. */
  validTo: date.nullable(),
});
export const extensionTerms = z.strictObject({
  amount: z.number().int().min(1).max(1_000),
  unit: enumOf(limitUnits),
  approver: enumOf(extensionApprovers),
  source: text(200),
});
export const newExtensionRule = extensionTerms.extend({
  type: enumOf(extendedTypes).nullish(),
  urgency: enumOf(extendedUrgencies).nullish(),
  nth: z.number().int().min(1).max(9),
});
