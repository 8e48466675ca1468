import { z } from 'zod';
import { dutyPosts } from '#ticket/duty-post';
import { roles } from '#ticket/role';
import { enumOf, id, idAndName, instant, page, text } from './fields';

/** Who is on duty for what; of the hotline itself where `departmentId` is null. */
export const dutyTurnView = z.object({
  id: z.string(),
  departmentId: z.string().nullable(),
  post: enumOf(dutyPosts),
  account: idAndName,
  /** 值班电话: a number of the office, to which messages go. */
  phone: z.string().nullable(),
  startsAt: instant,
  endsAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export const dutyTurnInput = z.strictObject({
  departmentId: id.nullable(),
  post: enumOf(dutyPosts),
  accountId: id,
  phone: text(20)
    .regex(/^[0-9+-]{3,20}$/, '只能是数字、+ 和 -')
    .optional(),
  startsAt: instant,
  endsAt: instant.nullable(),
});

/** Who may be put on duty: of a department, or of the hotline itself. */
export const dutyPersonView = z.object({ id: z.string(), name: z.string(), roles: z.array(enumOf(roles)) });
export const dutyPersonQuery = z.strictObject({ departmentId: id.optional(), ...page });
