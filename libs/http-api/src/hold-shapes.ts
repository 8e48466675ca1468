import { z } from 'zod';
import { alerts } from '#ticket/clock-kind';
import { holdStates } from '#ticket/request-state';
import { states as ticketStates } from '#ticket/state';
import { enumOf, id, idAndName, instant, page, text } from './fields';

export const holdInput = z.strictObject({ plan: text(2_000), responsible: text(200), reviewAt: instant });
export const holdView = z.object({
  id: z.string(),
  ticketId: z.string(),
  assignmentId: z.string(),
  number: z.string(),
  title: z.string(),
  ticketState: enumOf(ticketStates),
  department: idAndName,
  plan: z.string().nullable(),
  responsible: z.string().nullable(),
  reviewAt: instant,
  /** Red once the date of the review has passed. */
  alert: enumOf(alerts),
  state: enumOf(holdStates),
  askedBy: idAndName,
  askedAt: instant,
  decidedBy: idAndName.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  endedAt: instant.nullable(),
});
export const holdQuery = z.strictObject({
  /** Without one: of the ticket that is named all entries, or else those that are open. */
  state: enumOf(holdStates).optional(),
  departmentId: id.optional(),
  ticketId: z.uuid().optional(),
  ...page,
});
