import { z } from 'zod';
import { urgeWays } from '#ticket/urge-way';
import { enumOf, id, text } from './fields';

export const urgeInput = z.strictObject({ by: enumOf(urgeWays), text: text(1_000) });

/** Many tickets at once, each in its own history. */
export const urgesInput = z.strictObject({ ticketIds: z.array(id).min(1).max(200), text: text(1_000) });

/** What became of each, in the order in which they were named. */
export const urgesView = z.object({
  items: z.array(
    z.object({
      ticketId: z.string(),
      number: z.string().nullable(),
      /** How often it has been urged now. */
      urges: z.number().nullable(),
      /** Why it was not urged; null when it was. */
      refusal: z.string().nullable(),
    }),
  ),
});
