import { z } from 'zod';
import { identityKinds } from '#ticket/identity-kind';
import { ticketTypes } from '#ticket/ticket-type';
import { date, enumOf, instant, looseText, text } from './fields';

const identityKind = enumOf(identityKinds);

/** A text as it may leave the house, and what was taken out of it: a kind, and the characters its blank stands at. */
const redactedText = z.object({
  text: z.string(),
  blanks: z.array(z.object({ kind: identityKind, from: z.number(), to: z.number() })),
});

/** What everybody may know of a matter. */
const facts = {
  ticketNumber: z.string(),
  type: enumOf(ticketTypes),
  category: z.string().nullable(),
  area: z.string().nullable(),
  registeredOn: date,
};

/** 第三方副本 before somebody has read it. */
export const thirdPartyCopyDraft = z.object({
  ...facts,
  title: redactedText,
  content: redactedText,
  place: redactedText.nullable(),
  reply: redactedText.nullable(),
  removed: z.array(z.object({ kind: identityKind, label: z.string(), count: z.number() })),
  /** Whoever asked is protected: also what somebody could guess them from has to go, which no pattern finds. */
  isProtected: z.boolean(),
});

/** A copy as somebody has read and corrected it. Blanks make a text longer, so more fits in than in the ticket. */
export const thirdPartyCopyInput = z.strictObject({
  title: text(400),
  content: looseText(30_000),
  place: looseText(600).nullish(),
  reply: looseText(10_000).nullish(),
  recipient: text(200),
  purpose: text(500),
});

const issued = {
  number: z.string(),
  issuedBy: z.string(),
  issuedAt: instant,
};

export const thirdPartyCopySummary = z.object({
  id: z.string(),
  ...issued,
  recipient: z.string(),
  purpose: z.string(),
  /** Of what left the house, `printed`, in canonical JSON; the ticket's history says it too. */
  sha256: z.string(),
});

export const thirdPartyCopyView = thirdPartyCopySummary.extend({
  printed: z.object({
    ...issued,
    ...facts,
    title: z.string(),
    content: z.string(),
    place: z.string().nullable(),
    reply: z.string().nullable(),
  }),
});
