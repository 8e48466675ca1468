import fc from 'fast-check';
import { isGeneric, pairsOf, withoutPhrases } from './generic-phrases';

describe('two characters of a letter', () => {
  it.each(['路灯', '银杏', '广场', 'A区', '3号', '栋3'])('say what it is about: %s', (pair) => {
    expect(isGeneric(pair)).toBe(false);
  });

  it.each([
    ['stand in any letter', '您好'],
    ['stand in the middle of what is said in any', '度重'],
    ['join two words', '灯的'],
    ['join two words from the front', '在路'],
    ['are a number', '12'],
  ])('say nothing of it where they %s: %s', (_, pair) => {
    expect(isGeneric(pair)).toBe(true);
  });

  it('are read without what stands between them', () => {
    expect(pairsOf('路灯，不 亮！')).toEqual(['路灯', '灯不', '不亮']);
    expect(pairsOf('A3栋')).toEqual(['A3', '3栋']);
    expect(pairsOf('路')).toEqual([]);
    expect(pairsOf('')).toEqual([]);
  });

  it('are one less than the characters, whatever they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[路灯银杏0-9a-z]{1,40}$/), (text) => {
        expect(pairsOf(text)).toHaveLength(text.length - 1);
      }),
    );
  });
});

describe('an answer without its phrases', () => {
  it('is what it tells of the matter, piece by piece', () => {
    expect(withoutPhrases('您好，我局高度重视，路灯电缆已更换！').filter((piece) => piece !== '')).toEqual([
      '路灯电缆已更换',
    ]);
  });

  it('is rid of the longest phrase that stands there, and not of a shorter one in it', () => {
    expect(withoutPhrases('电缆进行了更换')).toEqual(['电缆', '更换']);
  });

  it('is in pieces where a phrase or a sign stood: nobody wrote what is left as one word', () => {
    expect(withoutPhrases('路灯您好电缆')).toEqual(['路灯', '电缆']);
    expect(withoutPhrases('路灯 ， 电缆')).toEqual(['路灯', '电缆']);
  });
});
