import { z } from 'zod';
import { messageKinds } from '#ticket/message-kind';
import { messageProviders, messageStates, undeliveredReasons } from '#ticket/message-state';
import { messageMaxCharacters } from '#ticket/message-text';
import { enumOf, flag, instant, page, text, webAddress } from './fields';

export const messageQuery = z.strictObject({
  state: enumOf(messageStates).optional(),
  kind: enumOf(messageKinds).optional(),
  /** Of this ticket. */
  number: text(40).optional(),
  ...page,
});
export const ticketMessageQuery = z.strictObject(page);

/** A message to a citizen. The tracking code in its text is shown to those who may read it out, and to nobody else. */
export const messageView = z.object({
  id: z.string(),
  ticketId: z.string(),
  number: z.string(),
  kind: enumOf(messageKinds),
  state: enumOf(messageStates),
  /** When it became due. */
  at: instant,
  /** When it is looked at next; null when nothing is left to be done. */
  nextAt: instant.nullable(),
  attempts: z.number(),
  /** How often it was begun anew by a person, the first time included. */
  sending: z.number(),
  /** Why it was not sent, in a clerk's words. */
  reason: z.string().nullable(),
  /** To whom, masked. */
  phone: z.string().nullable(),
  text: z.string().nullable(),
  segments: z.number(),
  provider: enumOf(messageProviders).nullable(),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  /** Whether sending it anew makes sense: nobody was told, and what kept it may have been mended. */
  worthResending: z.boolean(),
});

export const messageReplayInput = z.strictObject({ since: instant });

/** What a gateway tells of messages it was given, each by the `delivery` it came with. */
export const messageReportInput = z.strictObject({
  reports: z
    .array(
      z.strictObject({
        delivery: text(80),
        state: z.enum(['delivered', 'undelivered']),
        reason: enumOf(undeliveredReasons).optional(),
      }),
    )
    .min(1)
    .max(500),
});
/** How many of them were ours. */
export const messageReportView = z.object({ known: z.number() });

export const messageTemplateView = z.object({
  kind: enumOf(messageKinds),
  label: z.string(),
  version: z.number(),
  text: z.string(),
  isOn: z.boolean(),
  /** Whether it is sent in quiet hours too. */
  atNight: z.boolean(),
  at: instant,
  /** What it may leave open, as it stands between braces. */
  placeholders: z.array(z.string()),
  /** The text with every placeholder filled, and as how many short messages it is sent. */
  sample: z.object({ text: z.string(), characters: z.number(), segments: z.number() }),
});
export const messageTemplateInput = z.strictObject({
  text: text(2 * messageMaxCharacters),
  isOn: z.boolean(),
  atNight: z.boolean(),
});
export const messageTemplateQuery = z.strictObject({ isOn: flag.optional(), ...page });

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为00:00到23:59的时间');
const settings = z.object({
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  giveUpHours: z.number().int().min(1).max(168),
  provider: enumOf(messageProviders),
  webhookUrl: webAddress.nullable(),
  trackingUrl: webAddress.nullable(),
  /** Each citizen’s own token is added to it. */
  ratingUrl: webAddress.refine((address) => !/[?#]/.test(address), '不能含有 ? 和 #，系统在其后加上评价码').nullable(),
});

export const messageSettingsView = settings.extend({ version: z.number(), hasSecret: z.boolean(), changedAt: instant });
export const messageSettingsInput = z
  .strictObject(settings.shape)
  .refine(({ provider, webhookUrl }) => provider !== 'webhook' || webhookUrl !== null, {
    path: ['webhookUrl'],
    error: '使用短信平台须填写接口地址',
  });
/** The secret is told once. */
export const messageSettingsWithSecret = z.object({ settings: messageSettingsView, secret: z.string().nullable() });
