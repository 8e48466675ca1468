import fc from 'fast-check';
import { fitCalibration, toProbabilities } from './calibration';
import { SeededOrder } from './seeded-order';

/** Messages of which so many in a hundred are of label 0, told by a distance that says just that. */
function seen(messages: number) {
  const order = Int32Array.from({ length: messages }, (_, at) => at);
  new SeededOrder(5).shuffle(order);
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
