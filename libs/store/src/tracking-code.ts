import { randomBytes } from './random-bytes';

/** Letters and digits that are not mistaken for each other when read out on the phone: 32, so that five bits choose one. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Characters of which each is five random bits. */
export const readableCode = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');

/** So many that all the guesses that the limits let through in a year come to nothing (docs/adr/0016-limits-and-codes.md). */
const characters = 12;

/** Twelve characters of 32: 60 random bits, which the citizen gives together with the number. */
export const trackingCode = (): string => readableCode(characters);
