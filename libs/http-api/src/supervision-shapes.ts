import { z } from 'zod';
import { alerts } from '#ticket/clock-kind';
import { supervisionCauses, supervisionLevels, supervisionStates } from '#ticket/supervision';
import { date, enumOf, id, idAndName, instant, page, text } from './fields';

const level = enumOf(supervisionLevels);
const cause = enumOf(supervisionCauses);
const state = enumOf(supervisionStates);

/** 批示 */
export const leaderInstruction = z.strictObject({
  leader: text(40),
  text: text(1_000),
  date,
  /** Through whom it came to the hotline. */
  receivedFrom: text(80),
});

/** 督办单 as it is drafted. Who it is for, by default the lead; when the answer is due, by default by the limit. */
export const supervisionInput = z.strictObject({
  level,
  requirement: text(2_000),
  dueAt: instant.optional(),
  cause: cause.default('other'),
  mainTo: id.optional(),
  copyTo: z.array(text(40)).max(20).default([]),
  /** Goes with the cause `leader-instruction`, and with no other. */
  instruction: leaderInstruction.optional(),
});
export const supervisionAnswerInput = z.strictObject({ text: text(5_000) });
export const supervisionClosingInput = z.strictObject({ note: text(1_000).optional() });
export const supervisionDiscardInput = z.strictObject({ reason: text(1_000).optional() });

const done = z.object({ by: idAndName, at: instant });

export const supervisionSummary = z.object({
  id: z.string(),
  /** 武热督〔2026〕12号; null until it is signed. */
  documentNumber: z.string().nullable(),
  state,
  level,
  cause,
  /** 主送 */
  mainTo: idAndName,
  dueAt: instant.nullable(),
});

export const supervisionView = supervisionSummary.extend({
  alert: enumOf(alerts),
  ticketId: z.string(),
  ticket: z.object({ number: z.string(), title: z.string() }),
  requirement: z.string(),
  /** 抄送 */
  copyTo: z.array(z.string()),
  instruction: leaderInstruction.nullable(),
  drafted: done,
  signed: done.nullable(),
  answered: done.extend({ text: z.string() }).nullable(),
  /** How often an answer was sent back. */
  sentBack: z.number(),
  /** What was said when the last answer was sent back, or when it was closed or discarded. */
  note: z.string().nullable(),
  closed: z.object({ by: idAndName.nullable(), at: instant }).nullable(),
  /** Of what was signed, in canonical JSON. */
  sha256: z.string().nullable(),
});

export const supervisionQuery = z.strictObject({
  state: state.optional(),
  level: level.optional(),
  cause: cause.optional(),
  /** 主送单位 */
  departmentId: id.optional(),
  /** Drafted from then on, and before then. */
  from: instant.optional(),
  to: instant.optional(),
  ...page,
});

/** 批示件: a leader's instruction, and what became of it. */
export const leaderInstructionView = supervisionView
  .pick({
    id: true,
    ticketId: true,
    ticket: true,
    documentNumber: true,
    level: true,
    mainTo: true,
    state: true,
    dueAt: true,
    alert: true,
  })
  .extend({
    instruction: leaderInstruction,
    answered: supervisionView.shape.answered,
    closed: supervisionView.shape.closed,
  });

export const leaderInstructionQuery = z.strictObject({
  leader: text(40).optional(),
  state: state.optional(),
  departmentId: id.optional(),
  /** The days on which leaders wrote, both included. */
  from: date.optional(),
  to: date.optional(),
  ...page,
});
