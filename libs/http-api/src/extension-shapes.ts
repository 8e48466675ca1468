import { z } from 'zod';
import { extensionApprovers, extensionStates } from '#ticket/request-state';
import { assignmentRole } from './assignment-shapes';
import { attachmentIds, enumOf, idAndName, instant, page, text } from './fields';
import { limitUnits } from './limit-units';

export const extensionInput = z.strictObject({
  until: instant,
  reason: text(1_000),
  basis: text(1_000),
  attachmentIds,
});
export const extensionView = z.object({
  id: z.string(),
  ticketId: z.string(),
  assignmentId: z.string(),
  number: z.string(),
  title: z.string(),
  department: idAndName,
  /** Whether more time is asked for the lead's part or a co-handler's. */
  role: assignmentRole,
  /** The due time as it was asked, and the one asked for. */
  dueAt: instant,
  until: instant,
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  attachmentIds: z.array(z.string()),
  /** Who decides: the hotline's supervisor, or the district office. */
  approver: enumOf(extensionApprovers),
  /** How many the part had been given when this one was asked for. */
  givenBefore: z.number(),
  state: enumOf(extensionStates),
  askedBy: idAndName,
  askedAt: instant,
  decidedBy: idAndName.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
});
export const extensionQuery = z.strictObject({
  /** Without one: of the ticket that is named all requests, or else those that wait for a decision. */
  state: enumOf(extensionStates).optional(),
  /** Those that this one decides, or decided. */
  approver: enumOf(extensionApprovers).optional(),
  ticketId: z.uuid().optional(),
  ...page,
});
/** What a part may be given now: said to whoever is about to ask. */
export const extensionTermsView = z.object({
  /** Of the clock that runs for the part; null where none does. */
  dueAt: instant.nullable(),
  /** How many extensions the part was given, and how many the rules give such a ticket. */
  given: z.number(),
  most: z.number(),
  /** What the next one may be; null where there is none. */
  next: z
    .object({ amount: z.number(), unit: enumOf(limitUnits), latest: instant, approver: enumOf(extensionApprovers) })
    .nullable(),
  /** Why none may be asked for now. */
  refused: z.string().nullable(),
});
export const noteInput = z.strictObject({ note: text(1_000).optional() });
