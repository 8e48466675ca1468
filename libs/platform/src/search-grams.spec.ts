import fc from 'fast-check';
import { gramsOf, gramsOfQuery, normalised, wordsOf } from './search-grams';

/** Whether the index would offer this text for this query. */
const offers = (text: string, query: string): boolean => {
  const grams = new Set(gramsOf(text));
  return gramsOfQuery(query).every((gram) => grams.has(gram));
};

describe('searching by pairs of characters', () => {
  const text = '滨河路23号楼前路灯不亮，已三天。电话ＡＢ12';

  it.each(['路灯', '滨河路', '灯', '路灯不亮', '23号', 'ab12', 'AB', 'ａｂ', '路灯 三天', '路灯，滨河'])(
    'finds %s',
    (query) => {
      expect(offers(text, query)).toBe(true);
    },
  );

  it.each(['井盖', '河滨', '亮已', '路灯 井盖', '水'])('does not find %s', (query) => {
    expect(offers(text, query)).toBe(false);
  });

  it('asks for nothing when the query has no letters', () => {
    expect(gramsOfQuery('，。 !')).toEqual([]);
    expect(wordsOf('，。 !')).toEqual([]);
  });

  it('checks what it found word by word, as the words are normally written', () => {
    expect(wordsOf('路灯，ＡＢ c1')).toEqual(['路灯', 'ab', 'c1']);
    expect(normalised('ＡＢ㈱')).toBe('ab(株)');
  });

  it('takes a character outside the basic plane as one', () => {
    expect(gramsOfQuery('𠮷野')).toHaveLength(1);
    expect(offers('𠮷野家', '𠮷野')).toBe(true);
    expect(offers('𠮷野家', '野家')).toBe(true);
  });

  it('counts each pair once', () => {
    const grams = gramsOf('天天天天');
    expect(new Set(grams).size).toBe(grams.length);
    expect(grams).toHaveLength(2);
  });

  const characters = fc.constantFrom(...Array.from('路灯不亮三天 ，ＡbＣ1𠮷'));
  const words = fc.array(characters, { maxLength: 12 }).map((each) => each.join(''));

  it('offers every text that has every word of the query', () => {
    fc.assert(
      fc.property(words, words, words, (before, query, after) => {
        expect(offers(`${before} ${query} ${after}`, query)).toBe(true);
        expect(offers(`${before}${query}${after}`, query)).toBe(true);
      }),
    );
  });

  it('makes numbers that fit PostgreSQL’s integer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        for (const gram of gramsOf(given)) expect(gram).toBe(gram | 0);
      }),
    );
  });
});
