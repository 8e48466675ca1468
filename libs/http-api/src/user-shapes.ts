import { z } from 'zod';
import { roles } from '#ticket/role';
import { enumOf, id, idAndName, instant, looseText, page, text } from './fields';
import { username } from './username';

/** One said twice is held once. */
const roleList = z
  .array(enumOf(roles))
  .min(1, '至少选一个岗位')
  .max(Object.keys(roles).length)
  .transform((held) => [...new Set(held)]);

/** The provider's issuer and what it calls somebody, with a space between: two providers may call two people the same. */
const externalSubject = text(600).regex(/^https?:\/\/\S+ \S/, '须为“认证地址 用户标识”，中间空一格');

export const absenceView = z.object({
  deputy: idAndName,
  from: instant,
  until: instant,
  /** The deputy has left: nobody stands in, until somebody is named anew. */
  lapsed: z.boolean(),
});

export const userView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(enumOf(roles)),
  department: idAndName.nullable(),
  state: z.enum(['active', 'disabled']),
  demo: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  /** While signing in at a strange device, or changing the password, is refused after wrong passwords. */
  blockedUntil: instant.nullable(),
  absence: absenceView.nullable(),
  /** Who they are at the identity provider, if anybody. */
  externalSubject: z.string().nullable(),
});

/** The password is told once: a repeated request, like any later one, is answered null. */
export const userWithPassword = z.object({ user: userView, password: z.string().nullable() });

export const userInput = z.strictObject({
  username,
  name: text(60),
  roles: roleList,
  departmentId: id.nullish(),
});
export const userEdit = z.strictObject({
  name: text(60).optional(),
  roles: roleList.optional(),
  departmentId: id.nullish(),
  externalSubject: externalSubject.nullish(),
});
export const userQuery = z.strictObject({
  /** Part of the name or username. */
  q: looseText(60).optional(),
  role: enumOf(roles).optional(),
  departmentId: id.optional(),
  state: z.enum(['active', 'disabled']).optional(),
  ...page,
});
export const userReason = z.strictObject({ reason: text(500) });

export const absenceInput = z.strictObject({ deputyId: id, from: instant, until: instant });

/** Somebody who may stand in: of the same department, or like oneself of the hotline. */
export const colleagueView = z.object({ ...idAndName.shape, roles: z.array(enumOf(roles)) });
export const colleagueQuery = z.strictObject({ q: looseText(60).optional(), ...page });

/** A spreadsheet of people: every row is taken or refused by itself. */
export const userImportView = z.object({
  created: z.array(z.object({ line: z.number(), username: z.string(), name: z.string(), password: z.string() })),
  /** Rows whose username exists already. */
  unchanged: z.number(),
  refused: z.array(z.object({ line: z.number(), reason: z.string() })),
});
