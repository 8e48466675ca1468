import { z } from 'zod';
import { visitModes } from '#ticket/visit-mode';
import { code, codeAndName, date, enumOf, instant, page, text } from './fields';

/** One household, visited once. What it asked for are tickets of the channel `visit` that name it. */
export const visitInput = z.strictObject({
  /** Who went, such as 滨河社区第一走访组. */
  team: text(60),
  /** Which household, such as 三号楼2单元501; kept sealed. */
  household: text(200),
  mode: enumOf(visitModes),
  at: instant,
  areaCode: code.nullish(),
});

export const visitView = z.object({
  id: z.string(),
  team: z.string(),
  /** Null once it is forgotten. */
  household: z.string().nullable(),
  mode: enumOf(visitModes),
  at: instant,
  area: codeAndName.nullable(),
  /** How many tickets came out of it. */
  tickets: z.number(),
});
export const visitQuery = z.strictObject({
  from: date.optional(),
  to: date.optional(),
  team: text(60).optional(),
  mode: enumOf(visitModes).optional(),
  ...page,
});
