import { z } from 'zod';
import { assignmentStates } from '#ticket/assignment-state';
import { resolutions } from '#ticket/finding';
import { partKinds } from '#ticket/part-kind';
import { satisfactions } from '#ticket/rating';
import { ticketTypes } from '#ticket/ticket-type';
import { timeliness } from '#ticket/timeliness';
import { codeAndName, enumOf, id, idAndName, instant, page } from './fields';

/** One part in its department's ledger (承办台账). */
export const ledgerRow = z.object({
  id: z.string(),
  ticketId: z.string(),
  number: z.string(),
  title: z.string(),
  type: enumOf(ticketTypes),
  category: codeAndName.nullable(),
  area: codeAndName.nullable(),
  department: idAndName,
  handles: enumOf(partKinds),
  round: z.number(),
  state: enumOf(assignmentStates),
  dispatchedAt: instant,
  dueAt: instant.nullable(),
  signedAt: instant.nullable(),
  contactedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  /** How often it was given more time. */
  extensions: z.number(),
  /** How often its department asked to return it. */
  returns: z.number(),
  resolution: enumOf(resolutions).nullable(),
  /** What the citizen last said of the lead's round: of the result. */
  satisfaction: enumOf(satisfactions).nullable(),
  timeliness: enumOf(timeliness),
});

export const ledgerQuery = z.strictObject({
  /** In which it was dispatched, in Shanghai; this month by default. */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '须为年月，如 2026-09')
    .optional(),
  /** This department and those below it; by default every one in scope. */
  departmentId: id.optional(),
  ...page,
});
