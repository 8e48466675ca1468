import { z } from 'zod';
import { date, instant } from './fields';

/** A daily anchor; hashes are in hex, key and signature in base64. */
export const anchorView = z.object({
  day: date,
  at: instant,
  leaves: z.number(),
  changed: z.number(),
  root: z.string(),
  previousRoot: z.string().nullable(),
  publicKey: z.string(),
  signature: z.string(),
});
