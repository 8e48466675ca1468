import { randomBytes } from 'node:crypto';

/** Tells nothing of the ticket, and cannot be guessed. */
export const newFileKey = (): string => randomBytes(20).toString('hex');

/** What may lie beside a picture: a small one, and one without what the camera noted. */
export const thumbnailKey = (key: string): string => `${key}.thumbnail`;
export const cleanedKey = (key: string): string => `${key}.cleaned`;

/** Everything that goes with a file. */
export const keysOf = (key: string): readonly string[] => [thumbnailKey(key), cleanedKey(key), key];
