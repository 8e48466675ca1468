import fc from 'fast-check';
import { ranksOf } from './ranks';
import { scoreOf, type ScoreRules } from './score';

const rules: ScoreRules = {
  version: 1,
  leastTickets: 10,
  rules: [
    { rate: 'inTime', points: 60, floor: 0.8, cap: 1 },
    { rate: 'satisfied', points: 40, floor: 0.6, cap: 0.9 },
  ],
};
const of = (values: Record<string, number | null>) =>
  scoreOf(rules, (name) => ({ value: values[name] ?? null, numerator: 0, denominator: 1 }));

describe('a score', () => {
  it('gives a rate its points in proportion between floor and cap, and says what each part earned', () => {
    const { value, parts } = of({ inTime: 0.9, satisfied: 0.95 });
    expect(value).toBe(70);
    expect(parts.map(({ earned }) => Math.round((earned ?? 0) * 10) / 10)).toEqual([30, 40]);
  });

  it('neither gives nor costs a point where there was nothing to judge', () => {
    expect(of({ inTime: 0.9 }).value).toBe(50);
    expect(of({}).value).toBeNull();
  });

  it('lies between 0 and 100, and never falls when a rate rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (one, other, satisfied) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const scores = [low, high].map((inTime) => of({ inTime, satisfied }).value ?? -1);
        expect(scores[0]).toBeGreaterThanOrEqual(0);
        expect(scores[1]).toBeLessThanOrEqual(100);
        expect(scores[1]).toBeGreaterThanOrEqual(scores[0] ?? 0);
      }),
    );
  });
});

describe('ranks', () => {
  const department = (key: string, group: string, score: number | null, tickets = 20) => ({
    key,
    group,
    score,
    tickets,
  });

  it('are places within a group; equals share one, and who has too few tickets has none', () => {
    const ranks = ranksOf(
      [
        ...[department('a', 'town', 80), department('b', 'town', 90), department('c', 'town', 80)],
        ...[department('d', 'town', 70), department('e', 'bureau', 10), department('f', 'town', 99, 9)],
        department('g', 'town', null),
      ],
      10,
    );
    expect([...ranks]).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 2],
      ['d', 4],
      ['e', 1],
    ]);
  });
});
