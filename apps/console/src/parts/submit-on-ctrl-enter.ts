import type { KeyboardEvent } from 'react';

/**
 * Ctrl+Enter (⌘+Enter) sends a form from any of its fields. Enter alone sends nothing: in the middle of a call it would
 * register half a ticket, with a number for life.
 */
export const submitOnCtrlEnter =
  (form: { submit(): void }) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    const isWanted = event.ctrlKey || event.metaKey;
    if (isWanted || event.target instanceof HTMLInputElement) event.preventDefault();
    if (isWanted) form.submit();
  };
