import { z } from 'zod';
import { roles } from '#ticket/role';
import { enumOf, looseText, text } from './fields';

export const sessionInput = z.strictObject({ username: text(60), password: looseText(200).min(1) });
export const sessionUser = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(enumOf(roles)),
  departmentId: z.string().nullable(),
});
export const sessionView = z.object({ token: z.string(), user: sessionUser });
export const currentSession = z.object({ user: sessionUser });
/** What the login page may know before anybody has signed in. */
export const welcomeView = z.object({ demo: z.boolean(), usernames: z.array(z.string()) });
