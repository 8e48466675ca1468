import { useEffect } from 'react';
import type { Pages } from '../api/use-pages';
import type { MessageRow } from './message-row';

/** A message goes out within a second or two. */
const lookMs = 2_000;

/** A message that goes out changes no ticket, so nobody tells of it: what waits is looked at again until it is out. */
export function useLookAgain({ items, again }: Pages<MessageRow>): void {
  const isWaiting = items.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!isWaiting) return;
    const timer = window.setInterval(again, lookMs);
    return () => window.clearInterval(timer);
  }, [isWaiting, again]);
}
