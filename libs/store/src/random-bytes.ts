import { randomFillSync } from 'node:crypto';

/** Random bytes are fetched by the page: asking the system for a few at a time cost more than what is done with them. */
const pool = Buffer.allocUnsafe(4_096);
let used = pool.length;

/** That many unpredictable bytes, at most 4,096; each of the pool is given out once, and wiped there. */
export function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}
