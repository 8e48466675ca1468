import { useSyncExternalStore } from 'react';

const tickMs = 15_000;
const heard = new Set<() => void>();
let now = Date.now();
let ticking: number | undefined;

const tick = (): void => {
  now = Date.now();
  for (const changed of heard) changed();
};

const subscribe = (changed: () => void): (() => void) => {
  heard.add(changed);
  ticking ??= window.setInterval(tick, tickMs);
  return () => {
    heard.delete(changed);
    if (heard.size > 0) return;
    window.clearInterval(ticking);
    ticking = undefined;
  };
};

/** The present, in milliseconds, one timer for the whole page: remaining times shrink while one looks. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
