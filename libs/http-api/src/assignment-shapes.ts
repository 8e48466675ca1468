import { z } from 'zod';
import { assignmentStates } from '#ticket/assignment-state';
import { demandFindings, factFindings, resolutions } from '#ticket/finding';
import { replyFlaws } from '#ticket/reply-flaw';
import { returnReasons } from '#ticket/reason';
import { replyMaxCharacters } from '#ticket/reply-text';
import { attachmentIds, enumOf, flag, id, idAndName, instant, looseText, page, text } from './fields';
import { riskView } from './risk-shapes';

/** 主办, 协办. */
export const assignmentRole = z.enum(['lead', 'co-handler']);

export const replyView = z.object({
  factFinding: enumOf(factFindings),
  demandFinding: enumOf(demandFindings),
  resolution: enumOf(resolutions),
  unsolvedReason: z.string().nullish(),
  internalText: z.string(),
  publicText: z.string(),
  /** What proves it: attachments of the ticket. */
  attachmentIds: z.array(z.string()).optional(),
  /** The same for all that were answered at once. */
  batchId: z.string().optional(),
});
/** A reply as it stands, and while a correction of it is reviewed, what it is to replace. */
const standingReply = replyView.extend({ replaces: replyView.optional() });

export const assignmentView = z.object({
  id: z.string(),
  ticketId: z.string(),
  departmentId: z.string(),
  department: idAndName,
  parentId: z.string().nullable(),
  role: assignmentRole,
  state: enumOf(assignmentStates),
  round: z.number(),
  dispatchedAt: instant,
  dueAt: instant.nullable(),
  signedAt: instant.nullable(),
  contactedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  reply: standingReply.nullable(),
});

/** What became of what a part was handed on to: how many units are still at it, and how many of those are late. */
const handedOn = z.object({ open: z.number(), late: z.number(), answered: z.number(), returned: z.number() });

/** A row of the department desk. */
export const deskRow = assignmentView.omit({ reply: true }).extend({
  alert: z.enum(['none', 'yellow', 'red']),
  /** Whoever handed it on to this unit. */
  parentDepartment: idAndName.nullable(),
  /** Null where it was handed on to nobody. */
  handedOn: handedOn.nullable(),
  /** Null for one that is answered or overdue, and while history tells too little. */
  risk: riskView.nullable(),
  ticket: z.object({
    number: z.string(),
    title: z.string(),
    state: z.string(),
    type: z.string(),
    urgency: z.string(),
    nudges: z.number(),
    urges: z.number(),
    /** 单独限时: until when the part's round is to be answered, where somebody has said so. */
    ownDueAt: instant.nullable(),
    area: z.string().nullable(),
  }),
});

export const deskQuery = z.strictObject({
  state: enumOf(assignmentStates).optional(),
  alert: z.enum(['yellow', 'red']).optional(),
  /**
   * By default what lies on the desk comes as it is pressing (red, yellow; the most nudges; the first due), and what has
   * left it the newest ticket first.
   */
  sort: z.enum(['pressing', 'dueAt', '-registeredAt']).optional(),
  limit: page.limit,
  cursor: page.cursor,
  count: flag.optional(),
});

export const deskList = z.object({
  items: z.array(deskRow),
  nextCursor: z.string().nullable(),
  count: z.object({ count: z.number(), exact: z.boolean() }).optional(),
});

export const handlersInput = { leadId: id, coHandlerIds: z.array(id).max(20).optional() };
export const dispatchInput = z.strictObject({ ...handlersInput, note: text(1_000).optional() });
export const arbitrateInput = z.strictObject({ ...handlersInput, reason: text(1_000) });
export const redispatchInput = z.strictObject({
  ...arbitrateInput.shape,
  /** The lead's part as it was seen: when it is another one or has come further since, nobody is redispatched. */
  insteadOf: z.strictObject({ assignmentId: id, state: enumOf(assignmentStates) }).optional(),
});
export const addCoHandlerInput = z.strictObject({ departmentId: id, note: text(1_000).optional() });
export const removeCoHandlerInput = z.strictObject({ departmentId: id, reason: text(1_000) });

export const contactInput = z.strictObject({
  at: instant,
  by: z.enum(['phone', 'visit', 'message']),
  notReachedReason: text(500).optional(),
});
export const returnInput = z.strictObject({ reasonCode: enumOf(returnReasons), basis: text(2_000) });
export const replyInput = z.strictObject({
  factFinding: enumOf(factFindings),
  demandFinding: enumOf(demandFindings),
  resolution: enumOf(resolutions),
  unsolvedReason: text(1_000).optional(),
  internalText: text(replyMaxCharacters),
  publicText: text(replyMaxCharacters),
  overruledReason: text(1_000).optional(),
  /** Answered as part of a hot issue, by what everybody is told of that. */
  issueId: id.optional(),
  attachmentIds,
});
/** 更正: the whole reply as it should be, and why. Those of a hot issue are answered together, not corrected so. */
export const correctionInput = replyInput
  .omit({ overruledReason: true, issueId: true })
  .extend({ reason: text(1_000) });
/** 答复预检, also of a text that is being written. */
export const replyCheckInput = z.strictObject({ publicText: text(replyMaxCharacters) });
/** What a reviewer would say of it, with the reason; none of it keeps anybody from submitting. */
export const replyCheckView = z.object({
  findings: z.array(z.object({ flaw: enumOf(replyFlaws), label: z.string(), reason: z.string() })),
});
/** `dueAt` is until when the unit is to answer; without it as long as it has by the rules, within the department's own time. */
export const subDispatchInput = z.strictObject({
  departmentId: id,
  note: text(1_000).optional(),
  dueAt: instant.optional(),
});
export const interimReportInput = z.strictObject({ text: text(5_000), nextAt: instant.optional() });

export const returnView = z.object({
  id: z.string(),
  ticketId: z.string(),
  number: z.string(),
  title: z.string(),
  department: idAndName,
  reasonCode: enumOf(returnReasons),
  basis: looseText(2_000).nullable(),
  state: z.enum(['pending', 'upheld', 'rejected', 'lapsed']),
  askedAt: instant,
  decidedAt: instant.nullable(),
  /** At the second return or the third department only a supervisor decides. */
  needsArbitration: z.boolean(),
});
export const returnQuery = z.strictObject({
  state: z.enum(['pending', 'upheld', 'rejected', 'lapsed']).default('pending'),
  ticketId: id.optional(),
  ...page,
});
export const upholdInput = z.strictObject({ note: text(1_000).optional() });
