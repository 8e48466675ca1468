import { z } from 'zod';
import { channels } from '#ticket/channel';
import { alerts, clockKinds } from '#ticket/clock-kind';
import { elements } from '#ticket/element';
import { limitClasses } from '#ticket/limit-class';
import { referReasons } from '#ticket/reason';
import { states } from '#ticket/state';
import { ticketTypes } from '#ticket/ticket-type';
import { transitions } from '#ticket/transition';
import { urgencies } from '#ticket/urgency';
import { channelFaults } from './channel-faults';
import { assignmentView } from './assignment-shapes';
import { attachmentView } from './attachment-shapes';
import { restrictionView } from './harassment-shapes';
import { ratingView } from './rating-shapes';
import { supervisionSummary } from './supervision-shapes';
import {
  attachmentIds,
  code,
  codeAndName,
  enumOf,
  flag,
  id,
  idAndName,
  instant,
  location,
  looseText,
  page,
  phone,
  text,
  webAddress,
} from './fields';

export const citizenInput = z.strictObject({
  name: looseText(60).optional(),
  phone: phone.optional(),
  address: looseText(300).optional(),
  gender: z.enum(['male', 'female']).optional(),
  anonymous: z.boolean().optional(),
  confidential: z.boolean().optional(),
});

const mostAttributes = 50;

/** What another system knows besides, by names of its own. */
const attributes = z
  .record(looseText(60), z.union([looseText(500), z.number(), z.boolean(), z.null()]))
  .refine((given) => Object.keys(given).length <= mostAttributes, `不能多于${mostAttributes}项`);

/** What people may say and later edit of the matter itself. */
const matter = {
  type: enumOf(ticketTypes),
  urgency: enumOf(urgencies).default('normal'),
  title: text(200),
  content: looseText(20_000).default(''),
  categoryCode: code.nullish(),
  areaCode: code.nullish(),
  address: looseText(300).nullish(),
  location: location.nullish(),
  occurredAt: instant.optional(),
  citizen: citizenInput.optional(),
  /** 涉稳 */
  stability: z.boolean().optional(),
  peopleInvolved: z.number().int().min(1).max(10_000_000).nullish(),
  amountYuan: z.number().min(0).max(1_000_000_000_000).nullish(),
  subjectParty: looseText(200).nullish(),
  subjectDepartmentId: id.nullish(),
};

/** What somebody wrote where everybody reads it: its author is who asks. */
export const postInput = z.strictObject({ url: webAddress, author: text(100), postedAt: instant });

export const referInput = z.strictObject({ reasonCode: enumOf(referReasons), route: text(500) });
/** `issueId`: answered as part of a hot issue. */
export const answerInput = z.strictObject({ text: text(5_000), issueId: id.optional() });

export const ticketInput = z
  .strictObject({
    ...matter,
    channel: enumOf(channels),
    expectsReply: z.boolean().default(true),
    upstreamSystem: code.nullish(),
    upstreamNumber: looseText(100).nullish(),
    upstreamDueAt: instant.nullish(),
    previousTicketId: id.nullish(),
    callId: looseText(100).nullish(),
    visitId: id.nullish(),
    post: postInput.nullish(),
    attributes: attributes.optional(),
    answer: answerInput.optional(),
    refer: referInput.optional(),
    hold: z.boolean().optional(),
    /** The own draft from which this was made: it is gone with the registration. */
    draftId: id.optional(),
  })
  .superRefine((ticket, context) => {
    for (const { path, message } of channelFaults(ticket))
      context.addIssue({ code: 'custom', path: [path], message, input: ticket });
  });

export const editInput = z
  .strictObject(matter)
  .omit({ content: true, urgency: true })
  .partial()
  .extend({
    content: looseText(20_000).optional(),
    urgency: enumOf(urgencies).optional(),
  });

export const clockView = z.object({
  id: z.string(),
  kind: enumOf(clockKinds),
  label: z.string(),
  state: z.enum(['running', 'met', 'cancelled']),
  assignmentId: z.string().nullable(),
  round: z.number(),
  generation: z.number(),
  startedAt: instant,
  yellowAt: instant.nullable(),
  dueAt: instant,
  metAt: instant.nullable(),
  alert: enumOf(alerts),
  /** 单独限时: a limit of the ticket's own has made it earlier. */
  shortened: z.boolean(),
  /** 暂停计时: its ticket is held; the due time is as it stood when the hold began. */
  paused: z.boolean(),
});

const holderView = z.object({ role: z.string(), label: z.string(), department: idAndName.nullable(), since: instant });

/** One row of a list: what a desk shows, nothing personal. */
export const ticketSummary = z.object({
  id: z.string(),
  number: z.string(),
  state: enumOf(states),
  type: enumOf(ticketTypes),
  urgency: enumOf(urgencies),
  channel: enumOf(channels),
  title: z.string(),
  category: codeAndName.nullable(),
  area: codeAndName.nullable(),
  round: z.number(),
  lead: idAndName.nullable(),
  holder: holderView.nullable(),
  alert: enumOf(alerts),
  nudges: z.number(),
  judgementDue: z.boolean(),
  stability: z.boolean(),
  peopleInvolved: z.number().nullable(),
  amountYuan: z.number().nullable(),
  callbackAttempts: z.number(),
  registeredAt: instant,
  dueAt: instant.nullable(),
  promisedAt: instant.nullable(),
  handledAt: instant.nullable(),
  closedAt: instant.nullable(),
});

export const citizenView = z.object({
  id: z.string().nullable(),
  /** Masked: 张**, 138****1234. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  gender: z.string().nullable(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  /** Who it is is not told to the caller; without this, what is null was never given. */
  withheld: z.boolean(),
});

export const ticketView = ticketSummary.extend({
  version: z.number(),
  content: z.string(),
  address: z.string().nullable(),
  location: location.nullable(),
  occurredAt: instant,
  citizen: citizenView,
  subjectParty: z.string().nullable(),
  subjectDepartmentId: z.string().nullable(),
  expectsReply: z.boolean(),
  routingHeld: z.boolean(),
  /** Of a restricted caller: waits for a shift-lead. */
  restricted: z.boolean(),
  missing: z.array(enumOf(elements)),
  upstreamSystem: z.string().nullable(),
  upstreamNumber: z.string().nullable(),
  upstreamDueAt: instant.nullable(),
  /** 单独限时: until when this round is to be answered, as it was set; null where the rules alone say. */
  ownDueAt: instant.nullable(),
  /** 时限类别: whose limits it has, where the dispatch catalogue gave it others than its type's. */
  limitClass: enumOf(limitClasses).nullable(),
  previousTicketId: z.string().nullable(),
  /** Not shown to departments that may not know who asks. */
  post: postInput.nullable(),
  /** What the channel told besides, by its Chinese name. */
  attributes: z.record(z.string(), z.unknown()),
  mergedIntoId: z.string().nullable(),
  /** How many tickets of other citizens were merged into this one and are answered with it. */
  mergedTickets: z.number().int(),
  /** The hot issue as part of which it was answered. */
  issue: idAndName.nullable(),
  assignments: z.array(assignmentView),
  clocks: z.array(clockView),
  /** False while the clocks are still to follow the last change; for long only when they cannot be computed. */
  clocksCurrent: z.boolean(),
  urges: z.number(),
  /** Orders, oldest first; a department sees those addressed to it, once they are signed. */
  supervisions: z.array(supervisionSummary),
  rating: ratingView.nullable(),
  /** 剔除考核: an appeal was accepted; 满意率, 解决率 and score leave it out. */
  excluded: z.boolean(),
  /** How often the number to call back was changed since the registration fixed it. */
  callbackNumberChanges: z.number(),
  /** People of departments to whom a protected citizen agreed to be known. */
  identityConsents: z.array(idAndName),
  /** What was added since the registration, oldest first; `fromCitizen`: by the citizen, on the tracking page. */
  supplements: z.array(z.object({ at: instant, fromCitizen: z.boolean(), by: z.string(), text: z.string() })),
  /** Files that the caller may see, oldest first. */
  attachments: z.array(attachmentView),
  /** Files of a protected citizen that departments are not shown. */
  attachmentsWithheld: z.number(),
  closeReason: z.string().nullable(),
  /** Another system's ticket that was imported when it was over. */
  imported: z.boolean(),
  archivedAt: instant.nullable(),
  /** When everything personal in it was erased. */
  erasedAt: instant.nullable(),
  /** Shown to agents only, who read it to the citizen. */
  trackingCode: z.string().nullable(),
});

export const historyLine = z.object({
  seq: z.number(),
  at: instant,
  actor: z.string(),
  name: enumOf(transitions),
  label: z.string(),
  from: enumOf(states).nullable(),
  to: enumOf(states),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

/** In an address a flag is text, in a body it is one. */
const yes = z.union([z.boolean(), flag]);

const filters = {
  stability: yes.optional(),
  /** At least so many people, at least so much money. */
  minPeople: z.coerce.number().int().min(1).max(10_000_000).optional(),
  minAmountYuan: z.coerce.number().min(0).max(1_000_000_000_000).optional(),
  state: enumOf(states).optional(),
  q: looseText(100).optional(),
  number: looseText(40).optional(),
  type: enumOf(ticketTypes).optional(),
  urgency: enumOf(urgencies).optional(),
  channel: enumOf(channels).optional(),
  categoryCode: code.optional(),
  areaCode: code.optional(),
  departmentId: id.optional(),
  alert: enumOf(alerts).optional(),
  from: instant.optional(),
  to: instant.optional(),
  sort: z.enum(['registeredAt', '-registeredAt', 'dueAt']).default('-registeredAt'),
  limit: page.limit,
  cursor: page.cursor,
};

/** A search without a body's `phone`, so that no number ever stands in a URL. */
export const ticketListQuery = z.strictObject({
  ...filters,
  count: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
});
export const ticketSearchInput = z.strictObject({ ...filters, phone: phone.optional(), count: z.boolean().optional() });

/** `exact` is false when there are more than were counted. */
const ticketCount = z.object({ count: z.number(), exact: z.boolean() });

export const ticketList = z.object({
  items: z.array(ticketSummary),
  nextCursor: z.string().nullable(),
  count: ticketCount.optional(),
});

export const citizenSearchInput = z.strictObject({ phone });
export const citizenSearchView = z.object({
  contacts: z.array(citizenView),
  /** The newest of the number's earlier tickets, and how many there are. */
  tickets: z.array(ticketSummary),
  count: ticketCount,
  /** In force now for this number. */
  restriction: restrictionView,
});

export const askMoreInput = z.strictObject({
  missing: z.array(enumOf(elements)).min(1).max(Object.keys(elements).length),
});
export const supplementInput = z.strictObject({ text: text(5_000), attachmentIds });
export const mergeInput = z.strictObject({ intoId: id });
/** 单独限时: earlier than the rules ask; who wants it so may be named. */
export const ownLimitInput = z.strictObject({ dueAt: instant, reason: text(1_000), source: text(200).optional() });
export const reasonInput = z.strictObject({ reason: text(1_000) });
/** Who was reached, and when. */
export const phoneReachedInput = z.strictObject({ text: text(200), at: instant });
export const nudgeInput = z.strictObject({ text: text(1_000).optional() });
export const reopenInput = z.strictObject({ reason: text(1_000), leadId: id.optional() });
export const upstreamVerdictInput = z.strictObject({
  kind: z.enum(['accept', 'rework', 'return-accepted', 'return-refused']),
  dueAt: instant.optional(),
});
/** The contact, and what was told with every number in it: whoever sees the ticket masked sees it here as it was said. */
export const contactView = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  title: z.string(),
  content: z.string(),
  supplements: z.array(z.string()),
});
export const nothing = z.strictObject({});
