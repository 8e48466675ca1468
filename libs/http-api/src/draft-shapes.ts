import { z } from 'zod';
import { instant, page } from './fields';

/** As many characters as a draft may have, written as JSON: the longest text, with everything around it. */
const longest = 40_000;

/** What stands in the form of a registration, half typed: nothing of it is checked before it is registered. */
const values = z
  .record(z.string().max(60), z.unknown())
  .refine((given) => JSON.stringify(given).length <= longest, `草稿不能多于${longest}个字`);

export const draftInput = z.strictObject({ values });

export const draftView = z.object({
  id: z.string(),
  version: z.number(),
  values: z.record(z.string(), z.unknown()),
  /** The call it was opened for: its heartbeat keeps the claim. */
  callId: z.string().nullable(),
  changedAt: instant,
});

/** A draft in a list: what is needed to find it again, the number masked. */
export const draftSummary = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  changedAt: instant,
  /** When it goes by itself, unless something is typed before. */
  expiresAt: instant,
});
export const draftQuery = z.strictObject(page);
