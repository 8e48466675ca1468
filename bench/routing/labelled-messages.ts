import type { Example } from '#routing/suggestion/suggestion-model';
import { readMessageFile, UnreadableMessages } from '../message-file';

/** @throws UnreadableMessages */
export const labelledMessages = (file: string): Promise<Example[]> =>
  readMessageFile(file, ({ title, text, label }, place) => {
    const isLabel = typeof label === 'string' || typeof label === 'number';
    if (typeof title !== 'string' || typeof text !== 'string' || !isLabel)
      throw new UnreadableMessages(`${place}: a message needs a title, a text and a label.`);
    return { title, text, label: String(label) };
  });
