import { GramCounter } from './gram-counts';
import { eachTextGram, eachTitleGram } from './text-grams';

const countsOf = (messages: readonly { title: string; text: string }[], index = 0) => {
  const { starts, buckets, counts } = new GramCounter().of(messages);
  const own = { buckets: [...buckets.slice(starts[index], starts[index + 1])], counts: counts.slice(starts[index]) };
  return (gram: string, each = eachTextGram): number => {
    let bucket = -1;
    each(gram, (found, begin, end) => end - begin === gram.length && (bucket = found));
    return own.counts[own.buckets.indexOf(bucket)] ?? 0;
  };
};

describe('how often a message has a gram', () => {
  it('counts its text once and its title twice, and the title once more by itself', () => {
    const count = countsOf([{ title: '路灯', text: '路灯坏了，路灯' }]);
    expect(count('路灯')).toBe(4);
    expect(count('坏')).toBe(1);
    expect(count('路灯', eachTitleGram)).toBe(1);
    expect(count('坏', eachTitleGram)).toBe(0);
  });

  it('is its own, however many are counted with it', () => {
    const message = { title: '井盖', text: '井盖不见了' };
    const long = {
      title: '路灯',
      text: Array.from({ length: 9_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(''),
    };
    expect(countsOf([long, message, message], 1)('井盖')).toBe(countsOf([message])('井盖'));
  });
});
