import { z } from 'zod';
import { extensionApprovers, extensionStates } from '#ticket/request-state';
import { attachmentIds, enumOf, idAndName, instant, page, text } from './fields';

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
  /** The due time as it was asked, and the one asked for. */
  dueAt: instant,
  until: instant,
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  attachmentIds: z.array(z.string()),
  /** Who decides: the hotline's supervisor, or the district office. */
  approver: enumOf(extensionApprovers),
  state: enumOf(extensionStates),
  askedAt: instant,
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
});
export const extensionQuery = z.strictObject({
  state: enumOf(extensionStates).default('pending'),
  ticketId: z.uuid().optional(),
  ...page,
});
export const noteInput = z.strictObject({ note: text(1_000).optional() });
