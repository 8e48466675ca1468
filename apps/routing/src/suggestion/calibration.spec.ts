import fc from 'fast-check';
import { fitCalibration, toProbabilities } from './calibration';
import { Random } from '#platform/random';

/** Messages of which so many in a hundred are of label 0, told by a distance that says just that. */
function seen(messages: number) {
  const order = Int32Array.from({ length: messages }, (_, at) => at);
  new Random(5).shuffle(order);
  const whole = new Float64Array(messages * 2);
  const labels = new Int32Array(messages);
  const chances = [0.2, 0.5, 0.9];
  order.forEach((place, at) => {
    const chance = chances[at % 3] ?? 0;
    labels[place] = Math.floor(at / 3) % 10 < chance * 10 ? 0 : 1;
    // Any number that grows with the chance: what it means is learnt.
    whole[2 * place] = chance * 0.7 - 0.3;
  });
  return { distances: { whole, title: new Float64Array(messages * 2) }, labels };
}

describe('probabilities', () => {
  const { distances, labels } = seen(900);
  const calibration = fitCalibration(distances, labels, 2);

  it('are as often right as they say', () => {
    const stated = Array.from(labels, (_, message) => toProbabilities(calibration, distances, message)[0] ?? 0);
    for (const level of new Set(stated.map((each) => each.toFixed(6)))) {
      const alike = [...labels].filter((_, message) => stated[message]?.toFixed(6) === level);
      const share = alike.filter((label) => label === 0).length / alike.length;
      expect(Math.abs(share - Number(level))).toBeLessThan(0.05);
    }
  });

  it.each([
    ['say the contrary', (label: number) => 1 - label],
    ['say nothing', (_label: number, message: number) => message % 2],
    ['tell all apart', (label: number) => label],
  ])('hold also when the distances %s', (_, nearer) => {
    const alike = Array.from({ length: 600 }, (_each, message) => Math.floor(message / 2) % 2);
    const far = alike.flatMap((label, message) => [0, 1].map((each) => (nearer(label, message) === each ? 5 : -5)));
    const given = { whole: Float64Array.from(far), title: Float64Array.from(far) };
    const fitted = fitCalibration(given, Int32Array.from(alike), 2);
    const right = alike.map((label, message) => toProbabilities(fitted, given, message)[label] ?? NaN);
    const mean = right.reduce((sum, each) => sum + each, 0) / right.length;
    expect(right.every(Number.isFinite)).toBe(true);
    expect(mean).toBeGreaterThan(0.45);
  });

  it('add up to one and are between nought and one, whatever the distances', () => {
    const distance = fc.double({ min: -1_000, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(distance, distance, distance, distance, (...given) => {
        const own = toProbabilities(
          calibration,
          { whole: Float64Array.from(given.slice(0, 2)), title: Float64Array.from(given.slice(2)) },
          0,
        );
        expect(own.every((each) => each >= 0 && each <= 1)).toBe(true);
        expect(own.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
