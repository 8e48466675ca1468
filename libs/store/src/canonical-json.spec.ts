import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('sorts the keys of every object and keeps the order of every list', () => {
    expect(canonicalJson({ b: [{ z: 1, y: 2 }, 3], a: null, 地: '东城' })).toBe(
      '{"a":null,"b":[{"y":2,"z":1},3],"地":"东城"}',
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: { c: undefined } })).toBe('{"b":{}}');
  });

  it('writes an instant as it comes back from the database', () => {
    const at = new Date('2026-03-02T10:00:00.123Z');
    expect(canonicalJson({ at })).toBe(canonicalJson({ at: '2026-03-02T10:00:00.123Z' }));
  });

  it.each([
    ['a word', '"东城"', '东城'],
    ['a number', '0', -0],
    ['nothing', 'null', null],
    ['a list', '[1,null]', [1, undefined]],
  ])('writes %s alone', (_, expected, value) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it('gives the same bytes for the same value, in whatever order its keys were stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const back = JSON.parse(JSON.stringify(turned(value))) as unknown;
        expect(canonicalJson(back)).toBe(canonicalJson(value));
      }),
    );
  });

  it('gives other bytes for another value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [left, right] = [JSON.parse(canonicalJson(one)), JSON.parse(canonicalJson(other))] as unknown[];
        const same = canonicalJson(one) === canonicalJson(other);
        if (same) expect(left).toEqual(right);
        else expect(left).not.toEqual(right);
      }),
    );
  });
});

/** The same value with the keys of its objects in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turned(each)]),
  );
}
