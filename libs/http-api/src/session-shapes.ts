import { z } from 'zod';
import { roles } from '#ticket/role';
import { consolePath } from './console-path';
import { enumOf, idAndName, instant, secret } from './fields';
import { username } from './username';

export const sessionInput = z.strictObject({ username, password: secret(200).min(1) });
export const sessionUser = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  /** The own ones, and those of the people this one stands in for now. */
  roles: z.array(enumOf(roles)),
  departmentId: z.string().nullable(),
  /** Until then nothing else is answered. */
  mustChangePassword: z.boolean(),
  /** Where they sit, when they take calls. */
  extension: z.string().nullable(),
  deputyFor: z.array(z.object({ ...idAndName.shape, until: instant })),
});
export const sessionView = z.object({ token: z.string(), user: sessionUser });
export const currentSession = z.object({ user: sessionUser });

/** A password of one's own choice; twelve characters of any kind are harder to guess than eight of four kinds. */
export const passwordInput = z.strictObject({
  current: secret(200).min(1),
  next: secret(200).min(12, '新密码至少12个字符'),
});

/** What the login page may know before anybody has signed in. */
export const welcomeView = z.object({
  demo: z.boolean(),
  usernames: z.array(z.string()),
  /** The button for signing in at the identity provider, where one is configured. */
  oidc: z.object({ label: z.string() }).nullable(),
});

export const oidcQuery = z.strictObject({ returnTo: consolePath.default('/app') });

/** What the provider sends the browser back with. It may say more, which means nothing to us. */
export const oidcAnswer = z.looseObject({
  state: z.string().optional(),
  code: z.string().optional(),
  iss: z.string().optional(),
  error: z.string().optional(),
});
