import fc from 'fast-check';
import { aStory, type Told } from '#testing/any-story';
import { keptForGood } from '#ticket/register';
import type { ToldLine } from '#ticket/retold';
import { countedAnew } from './counted-anew';
import type { CountedFact, CountedTicket } from './fact-rows';

const ticketId = '019a0000-0000-7000-8000-000000000001';
const never: CountedTicket = { ticketId, seq: 0, standing: 0, team: null, late: [] };

/** The whole history of a story, as it is stored. */
function historyOf(story: readonly Told[]): ToldLine[] {
  const [first] = story;
  if (!first) return [];
  const { before } = first;
  const data = Object.fromEntries(keptForGood.map((field) => [field, before[field]]));
  const registered = {
    seq: 1,
    at: before.registeredAt,
    actor: 'agent',
    name: 'register',
    to: before.state,
    data,
    text: null,
  };
  const lines = [registered as ToldLine, ...story.map(({ line }) => line)];
  return lines.map((line) => ({ ...line, data: JSON.parse(JSON.stringify(line.data)) as object as ToldLine['data'] }));
}

/** One counting after another, each when so many more lines are there, and figures shown before some of them. */
function countedIn(portions: readonly { lines: number; shownAfterMs: number | null }[], history: readonly ToldLine[]) {
  const facts: CountedFact[] = [];
  const known: { shownAsOf: Date | null; counted: CountedTicket } = { shownAsOf: null, counted: never };
  const early: CountedFact[] = [];
  let there = 0;
  for (const { lines, shownAfterMs } of [...portions, { lines: history.length, shownAfterMs: null }]) {
    const last = history[Math.max(0, there - 1)]?.at;
    if (shownAfterMs !== null && last)
      known.shownAsOf = new Date(Math.max(+last + shownAfterMs, +(known.shownAsOf ?? 0)));
    there = Math.min(history.length, there + lines);
    const now = countedAnew(known.counted, history.slice(0, there), known.shownAsOf);
    if (!now) continue;
    facts.push(...now.facts);
    early.push(...now.facts.filter(({ recordedAt }) => known.shownAsOf !== null && recordedAt <= known.shownAsOf));
    const late = [
      ...known.counted.late,
      ...now.late.map(({ seq, recordedAt }) => ({ seq, at: recordedAt.toISOString() })),
    ];
    known.counted = { ...known.counted, seq: now.seq, standing: now.standing, late };
  }
  return { facts, early, ...known };
}

const portions = fc.array(
  fc.record({ lines: fc.nat({ max: 6 }), shownAfterMs: fc.option(fc.integer({ min: 0, max: 3_600_000 })) }),
  { maxLength: 8 },
);

describe('a ticket that is counted', () => {
  it('in whatever portions, adds up to the same as at once', () => {
    fc.assert(
      fc.property(aStory, fc.array(fc.nat({ max: 6 })), (story, sizes) => {
        const history = historyOf(story);
        const pieces = sizes.map((lines) => ({ lines, shownAfterMs: null }));
        expect(countedIn(pieces, history).facts).toEqual(countedIn([], history).facts);
      }),
      { numRuns: 60 },
    );
  });

  it('changes no figures that were shown, however late its lines come', () => {
    fc.assert(
      fc.property(aStory, portions, (story, pieces) => {
        expect(countedIn(pieces, historyOf(story)).early).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('anew from the beginning, has the facts it had, known from the same instants', () => {
    fc.assert(
      fc.property(aStory, portions, (story, pieces) => {
        const history = historyOf(story);
        const { facts, counted, shownAsOf } = countedIn(pieces, history);
        const again = countedAnew({ ...counted, standing: 0 }, history, shownAsOf);
        expect(again?.facts ?? []).toEqual(facts);
        expect(again?.late ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
