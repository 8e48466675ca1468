import { z } from 'zod';
import { attachmentKinds } from '#ticket/attachment-kind';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { code, enumOf, instant, location, looseText, phone, text, webAddress } from './fields';
import { citizenInput, postInput } from './ticket-shapes';

/** What every message brings: by its number it is known when it comes again. */
const message = { messageId: text(120) };

/** What somebody says of the matter. Whatever is missing is asked for later: the ticket is incomplete, never refused. */
const matter = {
  type: enumOf(ticketTypes).optional(),
  title: looseText(200).optional(),
  content: looseText(20_000).optional(),
  categoryCode: code.optional(),
  areaCode: code.optional(),
  address: looseText(300).optional(),
  location: location.optional(),
  occurredAt: instant.optional(),
  subjectParty: looseText(200).optional(),
};

const form = z.strictObject({ ...message, ...matter, citizen: citizenInput.optional() });

const sms = z.strictObject({ ...message, from: phone, text: looseText(5_000) });

/** `from` as the mail says it: 王女士 <wang@example.com>. Of the two texts the plain one is read, if there is one. */
const email = z.strictObject({
  ...message,
  from: text(320),
  subject: looseText(500).optional(),
  text: looseText(100_000).optional(),
  html: looseText(200_000).optional(),
  sentAt: instant.optional(),
});

const mailbox = form.extend({ mailbox: text(60), letterNumber: looseText(60).optional() });

const media = form.extend({
  outlet: text(60),
  url: webAddress.optional(),
  publishedAt: instant.optional(),
});

const emergency = form.extend({
  caseNumber: text(60),
  urgency: enumOf(urgencies).optional(),
  officer: looseText(60).optional(),
  upstreamDueAt: instant.optional(),
});

/** Under their own number, and with the date by which they want the answer. */
const transfer = form.extend({
  upstreamNumber: text(100),
  upstreamDueAt: instant.optional(),
  urgency: enumOf(urgencies).optional(),
  expectsReply: z.boolean().optional(),
});

/** Who reports is the grid worker, unless somebody asked them to. */
const grid = form.extend({
  gridCode: code,
  urgency: enumOf(urgencies).optional(),
  worker: z.strictObject({ name: text(60), phone: phone.optional() }),
});

const post = z.strictObject({ ...message, ...matter, post: postInput });

/** What other systems send, by channel: the channels that have a shape are those a machine may bring tickets by. */
export const inboundShapes = {
  web: form,
  wechat: form,
  app: form,
  sms,
  email,
  'leader-mailbox': mailbox,
  media,
  'emergency-110': emergency,
  superior: transfer,
  neighbour: transfer,
  inspection: transfer,
  grid,
  weibo: post,
  forum: post,
} as const;

export type MachineChannel = keyof typeof inboundShapes;
export type Inbound<Name extends MachineChannel> = z.output<(typeof inboundShapes)[Name]>;
export const machineChannels = Object.keys(inboundShapes) as [MachineChannel, ...MachineChannel[]];

/** A file for a message that was sent before, such as a screenshot of a post; by its own number it is known when it comes again. */
export const inboundFileForm = z.strictObject({
  channel: enumOf(inboundShapes),
  ...message,
  fileId: text(120),
  kind: enumOf(attachmentKinds).default('other'),
  takenAt: instant.optional(),
});

/** What the sender is answered, and answered again when the same message comes again. */
export const inboundView = z.object({ number: z.string(), code: z.string() });
