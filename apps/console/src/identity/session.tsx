import { createContext, use, type ReactNode } from 'react';
import type { RouteAnswer } from '#http-api/routes';

export type User = RouteAnswer<'GET /api/session'>['user'];

const Session = createContext<User | null>(null);

export const SessionProvider = ({ user, children }: { user: User; children: ReactNode }) => (
  <Session value={user}>{children}</Session>
);

/** Who is signed in; only below the page frame, which lets nobody else in. */
export function useUser(): User {
  const user = use(Session);
  if (!user) throw new Error('useUser outside a session');
  return user;
}
