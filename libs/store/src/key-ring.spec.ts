import { testKeys as ring } from '#testing/test-keys';

describe('the key ring', () => {
  it('digests the same words to the same 32 bytes, after a restart too', () => {
    const digest = ring().digest('phone-search', '13800000000');
    expect(digest).toHaveLength(32);
    expect(ring().digest('phone-search', '13800000000')).toEqual(digest);
  });

  it('digests otherwise for other words, another purpose and another house', () => {
    const digests = [
      ring().digest('phone-search', '13800000000'),
      ring().digest('phone-search', '13800000001'),
      ring().digest('citizen-id', '13800000000'),
      ring().digest('history-digest', '13800000000'),
      ring(2).digest('phone-search', '13800000000'),
    ];
    expect(new Set(digests.map((digest) => digest.toString('hex'))).size).toBe(digests.length);
  });

  it('opens what it sealed', () => {
    const { sealed, wrappedKey } = ring().seal('{"name":"张小明"}');
    expect(ring().open(sealed, wrappedKey)).toBe('{"name":"张小明"}');
    expect(ring().open(...pairOf(ring().seal('')))).toBe('');
  });

  it('seals the same words differently each time, so that nobody can tell who is the same', () => {
    const [one, other] = [ring().seal('张小明'), ring().seal('张小明')];
    expect(one.sealed).not.toEqual(other.sealed);
    expect(one.wrappedKey).not.toEqual(other.wrappedKey);
  });

  it('gives every citizen a key of their own: one key opens nobody else', () => {
    const [one, other] = [ring().seal('张小明'), ring().seal('李小红')];
    expect(() => ring().open(one.sealed, other.wrappedKey)).toThrow();
  });

  it('opens nothing with another house’s keys', () => {
    const { sealed, wrappedKey } = ring().seal('张小明');
    expect(() => ring(2).open(sealed, wrappedKey)).toThrow();
  });

  it('notices every changed byte', () => {
    const { sealed, wrappedKey } = ring().seal('张小明');
    for (let at = 0; at < sealed.length; at += 1) {
      expect(() => ring().open(flipped(sealed, at), wrappedKey)).toThrow();
    }
    for (let at = 0; at < wrappedKey.length; at += 1) {
      expect(() => ring().open(sealed, flipped(wrappedKey, at))).toThrow();
    }
  });

  it('opens after a rotation what was sealed before, and wraps it anew', () => {
    const { sealed, wrappedKey } = ring().seal('张小明');
    const rotated = ring(1, 2);
    expect(rotated.open(sealed, wrappedKey)).toBe('张小明');
    const rewrapped = rotated.rewrap(wrappedKey);
    expect(rewrapped).not.toBeNull();
    expect(rotated.open(sealed, rewrapped ?? wrappedKey)).toBe('张小明');
    expect(rotated.rewrap(rewrapped ?? wrappedKey)).toBeNull();
  });

  it('says which generation it does not know', () => {
    const { sealed, wrappedKey } = ring(1, 3).seal('张小明');
    expect(() => ring(1, 2).open(sealed, wrappedKey)).toThrow('no key of generation 3: this process knows 1, 2');
  });
});

const pairOf = ({ sealed, wrappedKey }: { sealed: Buffer; wrappedKey: Buffer }) => [sealed, wrappedKey] as const;

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
