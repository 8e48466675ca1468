import { testKeys } from '#testing/test-keys';
import { anchorPublicKey, isSigned, signAnchor, type Anchor } from './anchor';

const keys = testKeys();
const anchor = signAnchor(keys, {
  day: '2026-09-14',
  at: '2026-09-14T01:30:00.000Z',
  leaves: 3,
  changed: 2,
  root: 'ab'.repeat(32),
  previousRoot: null,
});

describe('an anchor', () => {
  it('carries the key with which anybody checks its signature', () => {
    expect(isSigned(anchor)).toBe(true);
    expect(anchor.publicKey).toBe(anchorPublicKey(keys));
  });

  it.each<Partial<Anchor>>([
    { day: '2026-09-15' },
    { at: '2026-09-14T01:30:00.001Z' },
    { leaves: 4 },
    { changed: 3 },
    { root: 'cd'.repeat(32) },
    { previousRoot: 'ab'.repeat(32) },
    { publicKey: anchorPublicKey(testKeys(2)) },
    { publicKey: 'no key at all' },
    { signature: Buffer.alloc(64).toString('base64') },
  ])('is not signed when it says something else: %j', (change) => {
    expect(isSigned({ ...anchor, ...change })).toBe(false);
  });
});
