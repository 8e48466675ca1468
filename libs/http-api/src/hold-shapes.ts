import { z } from 'zod';
import { holdStates } from '#ticket/request-state';
import { states as ticketStates } from '#ticket/state';
import { enumOf, idAndName, instant, page, text } from './fields';

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
  state: enumOf(holdStates),
  askedAt: instant,
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  endedAt: instant.nullable(),
});
export const holdQuery = z.strictObject({
  state: enumOf(holdStates).default('open'),
  ticketId: z.uuid().optional(),
  ...page,
});
