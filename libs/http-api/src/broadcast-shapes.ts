import { z } from 'zod';
import { code, codeAndName, enumOf, id, idAndName, instant, looseText, page, text } from './fields';

/** Where a broadcast answer stands; it begins and ends by itself. */
export const broadcastStates = {
  upcoming: { label: '未生效' },
  'in-force': { label: '生效中' },
  over: { label: '已过期' },
  withdrawn: { label: '已撤回' },
} as const;
export type BroadcastState = keyof typeof broadcastStates;

/** What everybody is to answer, of a class, an area, a hot issue, or of anything at all. */
export const broadcastInput = z
  .strictObject({
    title: text(60),
    text: text(2_000),
    issueId: id.nullish(),
    categoryCode: code.nullish(),
    areaCode: code.nullish(),
    validFrom: instant.optional(),
    validTo: instant,
  })
  .refine(({ validFrom, validTo }) => !validFrom || new Date(validFrom) < new Date(validTo), {
    path: ['validTo'],
    error: '失效时间须晚于生效时间',
  });

export const broadcastView = z.object({
  id: z.string(),
  version: z.number(),
  state: enumOf(broadcastStates),
  title: z.string(),
  text: z.string(),
  issue: idAndName.nullable(),
  category: codeAndName.nullable(),
  area: codeAndName.nullable(),
  validFrom: instant,
  validTo: instant,
  changedBy: idAndName,
  changedAt: instant,
  withdrawnAt: instant.nullable(),
  /** When the caller said that they have read this version. */
  readAt: instant.nullable(),
  /** How many have read this version, of the agents there are. */
  readers: z.number(),
  agents: z.number(),
});

export const broadcastQuery = z.strictObject({
  /** `standing`: in force or still to come. */
  state: z.enum(['in-force', 'standing', 'all']).default('standing'),
  issueId: id.optional(),
  ...page,
});

export const broadcastVersionView = z.object({
  version: z.number(),
  title: z.string(),
  text: z.string(),
  validFrom: instant,
  validTo: instant,
  by: idAndName,
  at: instant,
});
export const broadcastReadingView = z.object({ reader: idAndName, version: z.number(), at: instant });
export const readingInput = z.strictObject({ version: z.number().int().min(1) });

/** The matter that is being typed. */
export const fittingInput = z.strictObject({
  title: text(200),
  content: looseText(20_000).optional(),
  address: looseText(300).nullish(),
  categoryCode: code.nullish(),
  areaCode: code.nullish(),
});
export const fittingList = z.object({
  items: z.array(z.object({ broadcast: broadcastView, reasons: z.array(z.string()) })),
});
