import fc from 'fast-check';
import { canonicalJson } from './canonical-json';
import { isSameValue } from './same-value';

const instants = fc.date({ noInvalidDate: true });
/** What columns and facts hold: few keys and few leaves, so that two of them are often the same, or nearly. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, undefined, 0, 1, '', 'a', true),
    instants,
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  record: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
}));

const stored = (kept: unknown): unknown => (kept === undefined ? null : (JSON.parse(JSON.stringify(kept)) as unknown));

describe('values that are the same once they are stored', () => {
  it('are those that give the same JSON, whatever comes first in it', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(isSameValue(left, right)).toBe(canonicalJson(stored(left)) === canonicalJson(stored(right)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are each value and what the database gives back of it', () => {
    fc.assert(
      fc.property(value, (kept) => {
        expect(isSameValue(kept, stored(kept))).toBe(true);
        expect(isSameValue(stored(kept), kept)).toBe(true);
      }),
    );
  });
});
