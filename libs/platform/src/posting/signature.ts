import { createHmac, timingSafeEqual } from 'node:crypto';

/** Older or newer requests may be what somebody recorded. */
const toleranceSeconds = 300;

/**
 * `sha256=` and HMAC-SHA-256 in hex over `<unix seconds>.<body>`: a receiver that checks the time too is safe from what
 * somebody recorded.
 */
export const signatureOf = (secret: string, seconds: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** Whether this body was signed by whoever has the secret, some minutes ago at most. */
export function isSigned(
  { timestamp, signature, body }: { readonly timestamp: unknown; readonly signature: unknown; readonly body: string },
  secret: string,
  at: Date,
): boolean {
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Number(timestamp) - at.getTime() / 1_000) > toleranceSeconds) return false;
  const [given, ours] = [Buffer.from(signature), Buffer.from(signatureOf(secret, timestamp, body))];
  return given.length === ours.length && timingSafeEqual(given, ours);
}
