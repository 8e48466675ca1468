import { z } from 'zod';
import { states } from '#ticket/state';
import { code, enumOf, id, location, looseText, phone, text } from './fields';

/** A matter as far as it has been typed. */
export const lookAlikeInput = z.strictObject({
  title: text(200),
  content: looseText(20_000).optional(),
  categoryCode: code.nullish(),
  areaCode: code.nullish(),
  address: looseText(300).nullish(),
  location: location.nullish(),
  phone: phone.optional(),
  /** The ticket whose matter this is, which is not its own look-alike. */
  ticketId: id.optional(),
});

export const lookAlikeList = z.object({
  items: z.array(
    z.object({
      /** Of tickets that were merged, the one that answers for them. */
      ticket: z.object({ id: z.string(), number: z.string(), title: z.string(), state: enumOf(states) }),
      /** 0 to 1: how much of title, text, place, caller and category is the same; no probability. */
      score: z.number().min(0).max(1),
      /** In a clerk's words. */
      reasons: z.array(z.string()),
      /** Whether another ticket can still be merged into it; what has ended is earlier history. */
      joinable: z.boolean(),
    }),
  ),
});
