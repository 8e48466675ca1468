import { digestPurposes, KeyRing, type KeySet } from '#store/key-ring';

/** Keys for tests that touch no database: the same byte gives the same keys. */
export function testKeys(byte = 1, generation = 1): KeyRing {
  const digests = digestPurposes.map((purpose, index) => [purpose, Buffer.alloc(32, byte * 16 + index)]);
  const wraps = Array.from({ length: generation }, (_, at) => [at + 1, Buffer.alloc(32, byte * 16 + 8 + at)] as const);
  return new KeyRing({ digests: Object.fromEntries(digests) as KeySet['digests'], wraps: new Map(wraps), generation });
}
