import { KeyRing } from './key-ring';

const ring = (byte = 1) => new KeyRing(Buffer.alloc(32, byte));

describe('the key ring', () => {
  it('needs a master key of 32 bytes', () => {
    expect(() => new KeyRing(Buffer.alloc(16))).toThrow('the master key must be 32 bytes, not 16');
    expect(() => new KeyRing(Buffer.alloc(33))).toThrow('the master key must be 32 bytes, not 33');
  });

  it('digests the same words to the same 32 bytes, after a restart too', () => {
    const digest = ring().digest('phone-search', '13800000000');
    expect(digest).toHaveLength(32);
    expect(ring().digest('phone-search', '13800000000')).toEqual(digest);
  });

  it('digests otherwise for other words, another purpose and another master key', () => {
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

  it('opens nothing under another master key', () => {
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
});

const pairOf = ({ sealed, wrappedKey }: { sealed: Buffer; wrappedKey: Buffer }) => [sealed, wrappedKey] as const;

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
