import type { KeyRing } from '#store/key-ring';

/** What an event keeps of an entry's words: hex of a keyed digest, over its id as well. */
export const entryDigest = (keys: KeyRing, id: string, text: string): string =>
  keys.digest('history-digest', `${id}\n${text}`).toString('hex');
