import { z } from 'zod';
import { instant, page } from './fields';

export const deadLetterView = z.object({
  id: z.string(),
  service: z.string(),
  event: z.string(),
  ticketId: z.string().nullable(),
  reason: z.string(),
  attempts: z.number(),
  failedAt: instant,
  requeuedAt: instant.nullable(),
});
export const deadLetterQuery = z.strictObject({ state: z.enum(['open', 'requeued']).default('open'), ...page });
