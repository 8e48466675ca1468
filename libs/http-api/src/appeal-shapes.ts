import { z } from 'zod';
import { alerts } from '#ticket/clock-kind';
import { appealStates } from '#ticket/request-state';
import { attachmentIds, enumOf, idAndName, instant, page, text } from './fields';

/** Why the rating is none of the department's doing, and what proves it. */
export const appealInput = z.strictObject({ reason: text(2_000), attachmentIds });
export const appealView = z.object({
  id: z.string(),
  ticketId: z.string(),
  assignmentId: z.string(),
  number: z.string(),
  title: z.string(),
  department: idAndName,
  /** The round whose rating it is about. */
  round: z.number(),
  reason: z.string().nullable(),
  attachmentIds: z.array(z.string()),
  state: enumOf(appealStates),
  /** When the decision is due, or was; null until its clock is there. */
  dueAt: instant.nullable(),
  alert: enumOf(alerts),
  askedBy: idAndName,
  askedAt: instant,
  decidedBy: idAndName.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
});
export const appealQuery = z.strictObject({
  /** Without one: of the ticket that is named all appeals, or else those that wait for a decision. */
  state: enumOf(appealStates).optional(),
  ticketId: z.uuid().optional(),
  ...page,
});
