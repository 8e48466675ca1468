import { z } from 'zod';
import { dutyEntryKinds, dutyMatterKinds, handoverGroups, handoverKinds, handoverStates } from '#ticket/duty';
import { code, codeAndName, date, enumOf, id, idAndName, instant, looseText, page, text } from './fields';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为 08:00 这样的时间');

/** 班次: from `starts` to `ends` in Shanghai; one that ends before it starts ends the day after. */
export const shiftInput = z
  .strictObject({ name: text(20), starts: timeOfDay, ends: timeOfDay })
  .refine(({ starts, ends }) => starts !== ends, { path: ['ends'], error: '结束时间不能与开始时间相同' });
export const shiftView = z.object({
  id: z.string(),
  name: z.string(),
  starts: z.string(),
  ends: z.string(),
  state: z.enum(['in-force', 'ended']),
});

/** What is told by hand: an outage of the city, or a task for the next shift. */
export const dutyMatterInput = z
  .strictObject({
    kind: enumOf(dutyMatterKinds),
    areaCode: code.nullish(),
    text: text(500),
    fromAt: instant.nullish(),
    /** As it is expected. */
    untilAt: instant.nullish(),
  })
  .refine(({ fromAt, untilAt }) => !fromAt || !untilAt || new Date(fromAt) < new Date(untilAt), {
    path: ['untilAt'],
    error: '结束时间须晚于开始时间',
  });
export const dutyMatterView = z.object({
  id: z.string(),
  kind: enumOf(dutyMatterKinds),
  area: codeAndName.nullable(),
  text: z.string(),
  fromAt: instant.nullable(),
  untilAt: instant.nullable(),
  by: idAndName,
  at: instant,
  endedAt: instant.nullable(),
});
export const dutyMatterQuery = z.strictObject({ state: z.enum(['open', 'closed']).default('open'), ...page });

/** 值班日志: `correctsId` names the entry that this one corrects; nothing is changed. */
export const dutyEntryInput = z.strictObject({
  at: instant,
  kind: enumOf(dutyEntryKinds),
  text: text(2_000),
  ticketNumber: text(30).nullish(),
  correctsId: id.nullish(),
});
export const dutyEntryView = z.object({
  id: z.string(),
  at: instant,
  kind: enumOf(dutyEntryKinds),
  text: z.string(),
  ticket: z.object({ id: z.string(), number: z.string() }).nullable(),
  by: idAndName,
  writtenAt: instant,
  correctsId: z.string().nullable(),
  /** The entry that corrects this one. */
  correctedById: z.string().nullable(),
});
export const dutyLogQuery = z.strictObject({
  from: date.optional(),
  to: date.optional(),
  kind: enumOf(dutyEntryKinds).optional(),
  ...page,
});

/** One thing that the next shift has to know. `key` names it from one hand-over to the next. */
export const handoverItem = z.object({
  key: z.string(),
  kind: enumOf(handoverKinds),
  group: enumOf(handoverGroups),
  ticket: z.object({ id: z.string(), number: z.string() }).nullable(),
  title: z.string(),
  /** Who has it in hand. */
  holder: z.string().nullable(),
  dueAt: instant.nullable(),
  lastContactAt: instant.nullable(),
  note: z.string().nullable(),
  /** The shift that handed it over first, where it is carried over. */
  carriedFrom: z.string().nullable(),
});

const shiftOfDay = z.object({ id: z.string(), name: z.string(), day: date, from: instant, until: instant });

/** 交接班 as it is now while it is open, as it was afterwards. */
const handoverContent = z.object({
  /** The instant at which the list was read. */
  asOf: instant,
  shift: shiftOfDay,
  next: shiftOfDay.omit({ id: true }),
  items: z.array(handoverItem),
  /** What the hand-over before listed and has ended since. */
  ended: z.array(z.object({ key: z.string(), title: z.string() })),
  /** Kinds of which there are more than the list holds. */
  cut: z.array(enumOf(handoverKinds)),
  /** How many there are of each of those; lists of before do not say it. */
  counts: z.array(z.object({ kind: enumOf(handoverKinds), count: z.number(), exact: z.boolean() })).optional(),
  note: z.string().nullable(),
});
export type HandoverContent = z.output<typeof handoverContent>;

export const handoverSummary = z.object({
  id: z.string(),
  shift: z.string(),
  day: date,
  state: enumOf(handoverStates),
  openedBy: idAndName,
  openedAt: instant,
  handedOverBy: idAndName.nullable(),
  handedOverAt: instant.nullable(),
  acceptedBy: idAndName.nullable(),
  acceptedAt: instant.nullable(),
  /** Of what was accepted, in canonical JSON; the administrative event says it too. */
  sha256: z.string().nullable(),
});
export const handoverView = handoverSummary.extend({
  version: z.number(),
  content: handoverContent,
  corrections: z.array(
    z.object({ id: z.string(), itemKey: z.string().nullable(), text: z.string(), by: idAndName, at: instant }),
  ),
});
export const handoverInput = z.strictObject({ shiftId: id, day: date });
/** All the notes there are to be; an empty one takes back what the hand-over before noted. */
export const handoverNotes = z.strictObject({
  note: looseText(2_000),
  items: z.array(z.strictObject({ key: text(120), note: looseText(500) })).max(2_000),
});
export const handoverCorrection = z.strictObject({ itemKey: text(120).nullish(), text: text(1_000) });
export const handoverQuery = z.strictObject({ state: enumOf(handoverStates).optional(), ...page });
export const shiftQuery = z.strictObject({ ...page });
export const documentQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf') });
