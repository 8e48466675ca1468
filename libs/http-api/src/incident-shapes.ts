import { z } from 'zod';
import { reportKinds } from '#ticket/incident-report';
import { enumOf, id, idAndName, instant, looseText, page, text } from './fields';

const reportKind = enumOf(reportKinds);

/** 要情: what the reports of one series are about, and the tickets it stands in. */
export const incidentInput = z.strictObject({ title: text(100), ticketNumbers: z.array(text(30)).max(50) });

/** What a report says. Nothing in it tells who a citizen is. */
export const reportContent = z.strictObject({
  title: text(100),
  occurredAt: instant,
  place: text(200),
  /** What happened. */
  matter: text(5_000),
  casualties: text(1_000),
  measures: text(5_000),
  /** What is done next. */
  next: looseText(2_000),
  /** 主送 */
  addressees: z.array(text(40)).min(1, '至少主送一个单位').max(20),
  /** 抄送 */
  copiesTo: z.array(text(40)).max(20),
});
export type ReportContent = z.output<typeof reportContent>;

export const reportSummary = z.object({
  id: z.string(),
  kind: reportKind,
  title: z.string(),
  /** 武热要〔2026〕3号; null while it is a draft. */
  number: z.string().nullable(),
  draftedBy: idAndName,
  draftedAt: instant,
  signedBy: idAndName.nullable(),
  signedAt: instant.nullable(),
});
/** A draft may still be empty where a report must not be. */
const draftContent = z.object({
  title: z.string(),
  occurredAt: instant,
  place: z.string(),
  matter: z.string(),
  casualties: z.string(),
  measures: z.string(),
  next: z.string(),
  addressees: z.array(z.string()),
  copiesTo: z.array(z.string()),
});
export const reportView = reportSummary.extend({
  incidentId: z.string(),
  version: z.number(),
  content: draftContent,
  /** Of what was signed, in canonical JSON; the administrative event says it too. */
  sha256: z.string().nullable(),
});
export const reportInput = z.strictObject({ incidentId: id, kind: reportKind });
/** Somebody has read it for what patterns do not find. */
export const signature = z.strictObject({
  namesNobody: z.literal(true, '请先确认正文不含可识别诉求人身份的信息'),
});

export const incidentSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** The last report that was signed. */
  lastKind: reportKind.nullable(),
  openedBy: idAndName,
  openedAt: instant,
});
export const incidentView = incidentSummary.extend({
  version: z.number(),
  tickets: z.array(z.object({ id: z.string(), number: z.string() })),
  reports: z.array(reportSummary),
  /** The kinds that may be drafted now. */
  nextKinds: z.array(reportKind),
});
export const incidentQuery = z.strictObject({ state: z.enum(['open', 'closed']).optional(), ...page });
