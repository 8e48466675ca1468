import fc from 'fast-check';
import { chanceOf, riskOf, type LatenessFacts, type LatenessModel } from '#ticket/lateness';
import { calibrationError, fitLateness, type Cell } from './fit-lateness';
import { Desks, pastCells, type PastPart } from './past-cells';
import { simulatedCity } from './simulated-city.spec-support';

const dayMs = 86_400_000;

/** As somebody saw them at that moment: what came later is not known. */
const seenAt = (parts: readonly PastPart[], now: number): PastPart[] =>
  parts
    .filter(({ dispatchedAt }) => dispatchedAt <= now)
    .map((part) => ({ ...part, answeredAt: (part.answeredAt ?? Infinity) > now ? null : part.answeredAt }));

const dueBetween = (parts: readonly PastPart[], from: number, before: number): PastPart[] =>
  parts.filter(({ dueAt }) => dueAt >= from && dueAt < before);

describe('the chance that a part is late', () => {
  const city = simulatedCity(420, 8);
  const now = 360 * dayMs;
  const desks = new Desks(city);
  let model: LatenessModel;

  beforeAll(async () => {
    const seen = seenAt(city, now);
    model = fitLateness(await pastCells(seen, new Desks(seen), now));
  });

  it('is what comes, in each of the two months that follow and were never seen', async () => {
    for (const month of [0, 1]) {
      const from = now + month * 30 * dayMs;
      const later = await pastCells(dueBetween(city, from, from + 30 * dayMs), desks, from + 60 * dayMs);
      const error = calibrationError(model, later) ?? 1;
      expect(error).toBeLessThan(0.05);
    }
  });

  const facts: LatenessFacts = {
    departmentId: 'department-3',
    rootCategory: '交通运输',
    openParts: 20,
    usualParts: 20,
    elapsed: 0.1,
  };
  const chance = (changed: Partial<LatenessFacts>) => riskOf(model, { ...facts, ...changed }).chance;

  it('grows with the share of its time that is over, with the load of the desk, and with a slower department', () => {
    const shares = [0.1, 0.3, 0.5, 0.7, 0.8, 0.95].map((elapsed) => chance({ elapsed }));
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    expect(chance({ openParts: 60 })).toBeGreaterThan(chance({}));
    expect(chance({ departmentId: 'department-11' })).toBeGreaterThan(chance({ departmentId: 'department-0' }));
  });

  it('is told with what raises it, the strongest first, in words and as odds', () => {
    const { level, reasons } = riskOf(model, {
      ...facts,
      departmentId: 'department-11',
      openParts: 60,
      usualParts: 20,
      elapsed: 0.953,
    });
    expect(level).toBe('high');
    expect(reasons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['时限已用95%', '承办单位在办60件，平时约20件', '承办单位近一年超期偏多']),
    );
    const times = reasons.map((reason) => reason.times);
    expect(times).toEqual([...times].sort((left, right) => right - left));
  });

  it('of a department nobody has seen is that of all', () => {
    const { weights } = model;
    const levels = { elapsed: '0', load: '1', department: 'new', category: '交通运输' };
    const known = { ...model, weights: { ...weights, department: {} } };
    expect(chanceOf(model, levels)).toBe(chanceOf(known, levels));
  });
});

describe('past parts', () => {
  const part: PastPart = {
    departmentId: 'roads',
    rootCategory: null,
    dispatchedAt: 0,
    dueAt: 10 * dayMs,
    answeredAt: null,
    endedAt: null,
  };
  const cellsOf = (past: Partial<PastPart>, now = 20 * dayMs) => {
    const parts = [{ ...part, ...past }];
    return pastCells(parts, new Desks(parts), now);
  };
  const counted = (cells: readonly Cell[]) => cells.map(({ parts, late }) => [parts, late]);

  it('that are open past their due time are late, and those that may still be in time are not counted', async () => {
    expect(counted(await cellsOf({}))).toEqual([[2, 2], ...Array.from({ length: 5 }, () => [1, 1])]);
    expect(await cellsOf({}, 9 * dayMs)).toEqual([]);
  });

  it('are looked at only while they were open', async () => {
    expect(counted(await cellsOf({ answeredAt: 5.5 * dayMs }))).toEqual([
      [2, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it('that were taken away or given back say nothing', async () => {
    expect(await cellsOf({ endedAt: 3 * dayMs })).toEqual([]);
  });

  it('make a desk as full as it was: those that had come, less those that had gone', () => {
    const parts = [0, 1, 2].map((day) => ({ ...part, dispatchedAt: day * dayMs, answeredAt: (day + 2) * dayMs }));
    const desks = new Desks(parts);
    expect([0.5, 1.5, 2.5, 3.5, 4.5].map((day) => desks.at('roads', day * dayMs).openParts)).toEqual([1, 2, 2, 1, 0]);
  });
});

describe('whatever happened', () => {
  const anyCells = fc.array(
    fc.record({
      levels: fc.record({
        elapsed: fc.constantFrom('0', '1', '2'),
        load: fc.constantFrom('0', '1'),
        department: fc.constantFrom('a', 'b', 'c'),
        category: fc.constantFrom('x', ''),
      }),
      parts: fc.integer({ min: 1, max: 500 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const cellsOf = (told: { levels: Cell['levels']; parts: number; share: number }[]): Cell[] =>
    told.map(({ levels, parts, share }) => ({ levels, parts, late: Math.round(parts * share) }));
  const isChance = (model: LatenessModel, { levels }: Cell) => {
    const chance = chanceOf(model, levels);
    return chance > 0 && chance < 1;
  };

  it('a chance lies between 0 and 1, and over all parts as many are expected late as were, give or take one', () => {
    fc.assert(
      fc.property(anyCells, (told) => {
        const cells = cellsOf(told);
        const model = fitLateness(cells);
        expect(cells.every((cell) => isChance(model, cell))).toBe(true);
        const late = cells.reduce((sum, cell) => sum + cell.late, 0);
        const expected = cells.reduce((sum, { levels, parts }) => sum + parts * chanceOf(model, levels), 0);
        expect(Math.abs(expected - late)).toBeLessThan(1.01);
      }),
      { numRuns: 200 },
    );
  });
});
