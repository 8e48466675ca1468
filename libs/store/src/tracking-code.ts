import { randomBytes } from './random-bytes';

/** Letters and digits that are not mistaken for each other when read out on the phone: 32, so that five bits choose one. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight characters of 32: 40 random bits, which the citizen gives together with the number. */
export const trackingCode = (): string => Array.from(randomBytes(8), (byte) => alphabet[byte & 31]).join('');
