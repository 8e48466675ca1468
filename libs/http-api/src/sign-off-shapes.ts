import { z } from 'zod';
import { returnReasons } from '#ticket/reason';
import { signOffKinds, signOffStates } from '#ticket/sign-off';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { enumOf, id, idAndName, instant, page, text } from './fields';

/** What the hotline will be asked; a draft of a reply is read on its part. */
const askedForSignature = z.object({
  reasonCode: enumOf(returnReasons).nullable(),
  /** Why, or what is planned. */
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  /** Until when more time is asked for, or when a hold is to be reviewed. */
  until: instant.nullable(),
  responsible: z.string().nullable(),
});

export const signOffView = z.object({
  id: z.string(),
  ticketId: z.string(),
  assignmentId: z.string(),
  number: z.string(),
  title: z.string(),
  type: enumOf(ticketTypes),
  urgency: enumOf(urgencies),
  department: idAndName,
  kind: enumOf(signOffKinds),
  state: enumOf(signOffStates),
  /** Null once it is erased. */
  asked: askedForSignature.nullable(),
  /** When the part is to be answered; of a return, when the window for it closes. */
  dueAt: instant.nullable(),
  alert: z.enum(['none', 'yellow', 'red']),
  askedBy: idAndName,
  askedAt: instant,
  decidedBy: idAndName.nullable(),
  /** The head for whom a deputy signed. */
  decidedFor: idAndName.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
});

export const signOffQuery = z.strictObject({
  /** Without one: of the ticket that is named everything, or else what waits. */
  state: enumOf(signOffStates).optional(),
  kind: enumOf(signOffKinds).optional(),
  ticketId: id.optional(),
  ...page,
});

/** Whoever does not sign says why. */
export const signOffInput = z.strictObject({ approve: z.boolean(), reason: text(1_000).optional() });
