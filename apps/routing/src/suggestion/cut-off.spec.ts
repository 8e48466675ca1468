import { atLeast, cutOff, type Judged } from './cut-off';

const judged = (probability: number, times: number, right = times): Judged[] =>
  Array.from({ length: times }, (_, at) => ({ probability, isRight: at < right }));

describe('the cut-off of a label', () => {
  it('is the lowest probability from which on the precision is reached', () => {
    expect(cutOff([...judged(0.9, 200), ...judged(0.8, 100, 96), ...judged(0.75, 100, 60)], 0.95)).toBe(0.8);
  });

  it('is never inside those that are equally sure: they are all taken or none', () => {
    const right = judged(0.9, 100);
    expect(cutOff([...right, ...judged(0.8, 100, 50)], 0.95)).toBe(0.9);
  });

  it('asks for evidence: so few that were right may have been right by chance', () => {
    expect(cutOff(judged(0.99, 18), 0.95)).toBeNull();
    expect(cutOff(judged(0.99, 60), 0.95)).toBe(0.99);
  });

  it('is never low, however often such guesses were right: each by itself would be wrong too often', () => {
    expect(cutOff([...judged(0.9, 200), ...judged(0.6, 100)], 0.95)).toBe(0.9);
  });

  it('is none where those that are surest are too often wrong, or nothing was judged', () => {
    expect(cutOff(judged(0.99, 500, 460), 0.95)).toBeNull();
    expect(cutOff([], 0.95)).toBeNull();
  });
});

describe('a share that was seen', () => {
  it('is at least a little less, and less so the more were seen', () => {
    expect(atLeast(95, 100)).toBeLessThan(0.95);
    expect(atLeast(950, 1_000)).toBeGreaterThan(atLeast(95, 100));
    expect(atLeast(950_000, 1_000_000)).toBeCloseTo(0.95, 3);
  });
});
