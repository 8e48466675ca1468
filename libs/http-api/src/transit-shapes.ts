import { z } from 'zod';
import { transitAges, transitHolders } from '#ticket/transit';
import { enumOf, instant, page } from './fields';

/** How many tickets lie with whom for how long; since when the one that has lain there longest. */
export const transitGroupView = z.object({
  holder: enumOf(transitHolders),
  age: enumOf(transitAges),
  tickets: z.number(),
  oldestSince: instant,
});

export const transitTicketsQuery = z.strictObject({
  holder: enumOf(transitHolders).optional(),
  age: enumOf(transitAges).optional(),
  ...page,
});
