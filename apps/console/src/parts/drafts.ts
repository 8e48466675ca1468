import type { Values } from '../moves/field-row';

/**
 * What is typed and not yet sent, by the form it stands in: a page left by mistake, or a session that ran out, gives it
 * back. In this tab's memory alone; sent or signed out, it is gone.
 */
const drafts = new Map<string, Values>();

export const draftOf = (key: string): Values | undefined => drafts.get(key);
export const keepDraft = (key: string, values: Values): void => void drafts.set(key, values);
export const dropDraft = (key: string): void => void drafts.delete(key);
export const dropAllDrafts = (): void => drafts.clear();

/** The browser asks before it closes a tab in which something is not sent. */
window.addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault();
});
