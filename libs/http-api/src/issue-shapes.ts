import { z } from 'zod';
import { issueKinds, issueStates, lights } from '#ticket/issue';
import { issueAlerts, issueRules, issueRuleUnits } from '#ticket/issue-rule';
import { date, enumOf, flag, id, idAndName, instant, looseText, page, text } from './fields';

/** How it grows: a rate with what it is made of; no value while nothing came in the period before. */
const growthView = z.object({
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  /** Days of the period, today included; the one before is as long. */
  days: z.number(),
  formula: z.string(),
  formulaVersion: z.number(),
});

/** A row of the list. Whatever is counted, is counted of tickets that the caller may see. */
export const issueSummary = z.object({
  id: z.string(),
  version: z.number(),
  state: enumOf(issueStates),
  kind: enumOf(issueKinds),
  name: z.string().nullable(),
  /** Its name, or else what its first ticket is called. */
  title: z.string(),
  lead: idAndName.nullable(),
  tickets: z.number(),
  /** Distinct people who gave something by which they are known again. */
  citizens: z.number(),
  firstAt: instant.nullable(),
  activeAt: instant,
  growth: growthView,
  growing: z.boolean(),
  /** As its worst milestone stands; null without one. */
  light: enumOf(lights).nullable(),
  alerts: z.array(enumOf(issueAlerts)),
});

export const milestoneView = z.object({
  id: z.string(),
  title: z.string(),
  startsOn: date,
  dueOn: date,
  /** Percent that should be done today, and that is. */
  plannedPercent: z.number(),
  percent: z.number(),
  doneOn: date.nullable(),
  light: enumOf(lights),
});

export const issueView = issueSummary.extend({
  createdAt: instant,
  closedAt: instant.nullable(),
  joinedIntoId: z.string().nullable(),
  /** Days with tickets, of those that are shown (`issueDaysShown`). */
  days: z.array(z.object({ day: date, tickets: z.number() })),
  milestones: z.array(milestoneView),
  /** What everybody is to answer now, where that is said. */
  answer: z.object({ broadcastId: z.string(), version: z.number(), text: z.string() }).nullable(),
});

export const issueQuery = z.strictObject({
  state: enumOf(issueStates).default('open'),
  kind: enumOf(issueKinds).optional(),
  named: flag.optional(),
  growing: flag.optional(),
  light: enumOf(lights).optional(),
  leadId: id.optional(),
  /** Words of its name. */
  q: looseText(60).optional(),
  sort: z.enum(['-activeAt', '-tickets']).default('-activeAt'),
  ...page,
});

const name = text(60);
export const issueInput = z.strictObject({
  name,
  kind: enumOf(issueKinds).default('spontaneous'),
  leadId: id.nullish(),
  ticketIds: z.array(id).max(200).default([]),
});
export const issueNameInput = z.strictObject({ name, kind: enumOf(issueKinds).optional() });
export const issueLeadInput = z.strictObject({ leadId: id.nullable() });
export const issueTicketsInput = z.strictObject({ ticketIds: z.array(id).min(1).max(200) });
export const issueSplitInput = issueTicketsInput.extend({ name });
export const issueJoinInput = z.strictObject({ intoId: id });

const percent = z.number().int().min(0).max(100);
export const milestoneInput = z
  .strictObject({
    title: text(100),
    startsOn: date,
    dueOn: date,
    percent: percent.default(0),
    doneOn: date.nullish(),
  })
  .refine(({ startsOn, dueOn }) => startsOn <= dueOn, { path: ['dueOn'], error: '计划完成日期不能早于开始日期' })
  .refine(({ startsOn, doneOn }) => !doneOn || doneOn >= startsOn, {
    path: ['doneOn'],
    error: '实际完成日期不能早于开始日期',
  });

export const issueAlertView = z.object({
  id: z.string(),
  issueId: z.string(),
  title: z.string(),
  kind: enumOf(issueAlerts),
  value: z.number(),
  /** What a growth is made of; it counts as one where nothing came before. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  threshold: z.number(),
  /** Of the threshold: a changed one may be crossed anew. */
  ruleVersion: z.number(),
  at: instant,
});

export const issueRuleView = z.object({
  name: enumOf(issueRules),
  label: z.string(),
  version: z.number(),
  value: z.number(),
  unit: enumOf(issueRuleUnits),
  least: z.number(),
  most: z.number(),
  at: instant,
});
export const issueRuleInput = z.strictObject({ value: z.number() });
