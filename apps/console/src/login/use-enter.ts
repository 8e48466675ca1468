import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import type { User } from '../identity/session';

/**
 * Lets somebody in who has signed in: with nothing of who was here before, on the page they came from. While that page
 * waits for them (`hasExpired`), they may have signed in in another window: asked whenever they look at this one again.
 */
export function useEnter(from: string, hasExpired: boolean): (user: User) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const elsewhere = useAnswer('GET /api/session', {}, { enabled: hasExpired, staleTime: 0 });
  const isIn = useRef(false);
  const enter = async (user: User): Promise<void> => {
    if (isIn.current) return;
    isIn.current = true;
    client.clear();
    client.setQueryData(['GET /api/session', {}], { user });
    await navigate(from, { replace: true });
  };
  useEffect(() => {
    if (elsewhere.data) void enter(elsewhere.data.user);
  }, [elsewhere.data]);
  return enter;
}
