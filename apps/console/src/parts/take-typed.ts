import type { KeyboardEvent } from 'react';

/** Enter takes what was typed into a date; it does not send the form yet. */
export function takeTyped(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
}
