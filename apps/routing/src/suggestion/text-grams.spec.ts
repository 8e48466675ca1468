import { bucketCount, eachTextGram, eachTitleGram, firstTextBucket, plainText } from './text-grams';

const gramsOf = (plain: string, each = eachTextGram) => {
  const grams: { bucket: number; gram: string }[] = [];
  each(plain, (bucket, begin, end) => grams.push({ bucket, gram: plain.slice(begin, end) }));
  return grams;
};

describe('grams of a text', () => {
  it('are its characters and each two that are neighbours, with no pair across a sign', () => {
    expect(gramsOf('路灯，坏').map(({ gram }) => gram)).toEqual(['路', '灯', '路灯', '坏']);
  });

  it('are the same wherever they stand', () => {
    const [first, second] = ['路灯', '那里的路灯'].map((text) => gramsOf(text).find(({ gram }) => gram === '路灯'));
    expect(first?.bucket).toBe(second?.bucket);
  });

  it('of a title are told apart from those of the text', () => {
    expect(gramsOf('路灯坏了', eachTitleGram).every(({ bucket }) => bucket >= 0 && bucket < firstTextBucket)).toBe(
      true,
    );
    const ofText = gramsOf('路灯坏了').map(({ bucket }) => bucket);
    expect(ofText.every((bucket) => bucket >= firstTextBucket && bucket < bucketCount)).toBe(true);
  });

  it('make no difference of full width and of capitals', () => {
    expect(plainText('ＡＢＣ小区１号')).toBe('abc小区1号');
  });
});
