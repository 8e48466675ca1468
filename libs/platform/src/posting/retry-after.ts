const longestMs = 3_600_000;

/**
 * How long a Retry-After header asks us to wait, in milliseconds, an hour at most: seconds, or an instant (RFC 9110,
 * 10.2.3). Null for none, and for one that says neither.
 */
export function retryAfterMs(header: string | null, at: Date): number | null {
  if (header === null) return null;
  const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - at.getTime();
  return Number.isNaN(waitMs) ? null : Math.min(longestMs, Math.max(0, waitMs));
}
