import type { KeyboardEvent } from 'react';

/** Ctrl+Enter (⌘+Enter) sends a form from any of its fields. */
export const submitOnCtrlEnter =
  (form: { submit(): void }) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };
