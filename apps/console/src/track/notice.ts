import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Refused } from './answer-of';

type Refusal = Refused['problem'];
/** What is said of what was asked last: that it was done, or why not, where it was asked. */
export type Notice = { readonly told: string } | { readonly refusal: Refusal; readonly by: object };

/** One at a time: whatever is asked next takes away what was said before, which is no longer so. */
export const Notices = createContext<readonly [Notice | null, (next: Notice | null) => void]>([null, () => undefined]);

/** What was done last; empty when nothing is to be said. */
export function useTold(): readonly [told: string, tell: (words: string) => void] {
  const [notice, say] = useContext(Notices);
  return [notice && 'told' in notice ? notice.told : '', (told) => say({ told })];
}

/** Why what is asked here was not done. @param by what stays the same object as long as this is shown */
export function useRefusal(by: object): readonly [refusal: Refusal | null, refuse: (refusal: Refusal | null) => void] {
  const [notice, say] = useContext(Notices);
  const refusal = notice && 'refusal' in notice && notice.by === by ? notice.refusal : null;
  return [refusal, (next) => say(next && { refusal: next, by })];
}
