import { useEffect, useState } from 'react';

/** Longer than people take between the two clicks of a double one. */
const armedAfterMs = 800;

/**
 * False while a form has only just come up: where one ticket follows another at the same place, a second click was
 * meant for the first, and nobody has read what it would do now.
 */
export function useArmed(): boolean {
  const [isArmed, arm] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => arm(true), armedAfterMs);
    return () => window.clearTimeout(timer);
  }, []);
  return isArmed;
}
