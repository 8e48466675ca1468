import { z } from 'zod';
import { ladders } from '#ticket/clock-holder';
import { clockKinds } from '#ticket/clock-kind';
import { ladderAnchors, ladderAudiences, ladderUnits, ladderWays } from '#ticket/ladder-terms';
import { rungs } from '#ticket/rung';
import { urgencies } from '#ticket/urgency';
import { date, enumOf, flag, instant, listOf, looseText, page, text, webAddress } from './fields';
import { limitStandings, movesView } from './time-limit-shapes';

export const calendarDay = z.strictObject({ date, working: z.boolean(), name: looseText(40) });
export const calendarView = z.object({
  year: z.number(),
  version: z.number(),
  source: z.string(),
  published: z.boolean(),
  days: z.array(calendarDay),
});
/** One version of a year, and since when it stands. */
export const calendarVersion = calendarView.extend({ at: instant });
/** A year as it stands; `isMissing`: due times need it soon, and nobody has published it. */
export const calendarStanding = z.object({
  year: z.number(),
  version: z.number(),
  source: z.string(),
  published: z.boolean(),
  isMissing: z.boolean(),
  /** Weekdays off, and weekend days worked for them. */
  daysOff: z.number(),
  daysMadeUp: z.number(),
});
/** `moves` where it was only previewed. */
export const calendarChange = calendarView.extend({ moves: movesView.nullable() });
export const calendarInput = z.strictObject({
  source: text(200),
  published: z.boolean(),
  days: z.array(calendarDay).max(366),
});

/** A rung that a clock has climbed, and of which ticket. */
const climbed = {
  ticketId: z.string(),
  number: z.string(),
  title: z.string(),
  clock: enumOf(clockKinds),
  label: z.string(),
  rung: enumOf(rungs),
  dueAt: instant,
};

export const alertView = z.object({
  ...climbed,
  firedAt: instant,
});
export const alertQuery = z.strictObject({ rung: enumOf(rungs).optional(), ...page });

/** `history`: every version, and not only those in force. */
export const versionsQuery = z.strictObject({ history: flag.default(false), ...page });

export const ladderQuery = versionsQuery.extend({ ladder: enumOf(ladders).optional() });

/** A row of the ladder, named such as `finish.urgent.urge`. */
export const ladderRowView = z.object({
  name: z.string(),
  version: z.number(),
  ladder: enumOf(ladders),
  urgency: enumOf(urgencies),
  rung: enumOf(rungs),
  anchor: enumOf(ladderAnchors),
  amount: z.number(),
  unit: enumOf(ladderUnits),
  audience: z.array(enumOf(ladderAudiences)),
  ways: z.array(enumOf(ladderWays)),
  /** Whether people are sent messages in quiet hours too. */
  atNight: z.boolean(),
  isOn: z.boolean(),
  source: z.string(),
  state: enumOf(limitStandings),
  /** Until when a version held that is past. */
  validTo: instant.nullable(),
});
export const ladderRowInput = z.strictObject({
  amount: z.number().int().min(0).max(1_000),
  unit: enumOf(ladderUnits),
  audience: z.array(enumOf(ladderAudiences)).min(1).max(6),
  ways: z.array(enumOf(ladderWays)).max(3),
  atNight: z.boolean(),
  isOn: z.boolean(),
  /** Left out: as before. */
  source: text(200).optional(),
});

/** What somebody was told of: a rung that a clock has climbed. */
export const noticeView = z.object({
  id: z.string(),
  ...climbed,
  at: instant,
  readAt: instant.nullable(),
});
export const noticeQuery = z.strictObject({ unread: flag.optional(), count: flag.optional(), ...page });
export const noticeList = listOf(noticeView).extend({
  count: z.object({ count: z.number(), exact: z.boolean() }).optional(),
});

/** To where notices to staff are sent, besides the console; nowhere while it has no address. */
export const noticeSettingsView = z.object({
  version: z.number(),
  webhookUrl: z.string().nullable(),
  hasSecret: z.boolean(),
  changedAt: instant,
  /** Messages whose time has not come, or that wait for the gateway. */
  waiting: z.number(),
  /** Those of them that the gateway has not taken yet, however often it was asked. */
  failing: z.number(),
});
export const noticeSettingsInput = z.strictObject({ webhookUrl: webAddress.nullable(), newSecret: z.boolean() });
/** A new secret is told once. */
export const noticeSettingsAnswer = z.object({ settings: noticeSettingsView, secret: z.string().nullable() });
