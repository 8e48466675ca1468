import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read out on the phone. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight characters of 32: 40 random bits, which the citizen gives together with the number. */
export const trackingCode = (): string =>
  Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
