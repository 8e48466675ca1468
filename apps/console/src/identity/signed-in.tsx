import { Opening } from '../app/opening';
import { useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { ApiProblem } from '../api/api-problem';
import { FirstPasswordPage } from '../login/first-password-page';
import { FailedNotice } from '../parts/failed-notice';
import { SessionProvider } from './session';

/** Roles come and go while somebody works: an administrator gives another one, a deputy's time begins or ends. */
const askAgainMs = 60_000;

/** Lets only signed-in people further, to their work once they have a password of their own; others go to the login page and come back afterwards. */
export function SignedIn() {
  const session = useAnswer('GET /api/session', {}, { staleTime: Infinity, refetchInterval: askAgainMs });
  const location = useLocation();
  const wasIn = useRef(false);
  useEffect(() => {
    if (session.data) wasIn.current = true;
  }, [session.data]);
  if (session.isPending) return <Opening />;
  if (mustSignIn(session.error, session.data !== undefined)) {
    const state = { from: location.pathname + location.search, hasExpired: wasIn.current };
    return <Navigate to="/login" replace state={state} />;
  }
  if (!session.data) return <FailedNotice error={session.error} again={() => void session.refetch()} />;
  const { user } = session.data;
  return <SessionProvider user={user}>{user.mustChangePassword ? <FirstPasswordPage /> : <Outlet />}</SessionProvider>;
}

/**
 * Whoever is unknown, or is not even heard while their address asks too often without a session: signing in has an
 * allowance of its own, and is counted by account from then on.
 */
function mustSignIn(error: Error | null, isIn: boolean): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return error.code === 'unauthenticated' || (error.code === 'too-many-requests' && !isIn);
}
