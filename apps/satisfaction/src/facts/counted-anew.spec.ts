import fc from 'fast-check';
import { aHistory } from './a-history.spec-support';
import { countedAnew, type ToldTicket } from './counted-anew';
import { entriesOf } from './entry';
import type { CountedTicket, NewlyCounted } from './fact-rows';
import type { Fact } from './facts-of';
import { retell } from './retell';

const ticketId = '019a0000-0000-7000-8000-000000000001';
const never: CountedTicket = { ticketId, seq: 0, due: 0, standing: 0, team: null, late: [] };

const entries = ({ lines, dues }: ToldTicket) => entriesOf(lines, retell(ticketId, lines), dues);

/** What is there when so much has been told. */
function upTo(told: ToldTicket, count: number): ToldTicket {
  const there = entries(told).slice(0, count);
  const isThere = (seq: number, due: number) => there.some((entry) => entry.seq === seq && entry.due === due);
  return {
    lines: told.lines.filter(({ seq }) => isThere(seq, 0)),
    dues: told.dues.filter(({ seq, id }) => isThere(seq, id)),
  };
}

/** Each fact, with when the figures know of it. */
type CountedFact = Fact & { readonly recordedAt: Date };
const factsIn = ({ changes }: NewlyCounted): CountedFact[] =>
  changes.flatMap(({ recordedAt, facts }) => facts.map((fact) => ({ ...fact, recordedAt })));

/** One counting after another, each when so much more was told, and figures shown before some of them. */
function countedIn(portions: readonly { told: number; shownAfterMs: number | null }[], told: ToldTicket) {
  const facts: CountedFact[] = [];
  const known: { shownAsOf: Date | null; counted: CountedTicket } = { shownAsOf: null, counted: never };
  const early: CountedFact[] = [];
  const all = entries(told);
  let there = 0;
  for (const { told: more, shownAfterMs } of [...portions, { told: all.length, shownAfterMs: null }]) {
    const last = all[Math.max(0, there - 1)]?.at;
    if (shownAfterMs !== null && last)
      known.shownAsOf = new Date(Math.max(+last + shownAfterMs, +(known.shownAsOf ?? 0)));
    there = Math.min(all.length, there + more);
    const now = countedAnew(known.counted, upTo(told, there), known.shownAsOf);
    if (!now) continue;
    facts.push(...factsIn(now));
    early.push(...factsIn(now).filter(({ recordedAt }) => known.shownAsOf !== null && recordedAt <= known.shownAsOf));
    const { seq, due, standings } = now;
    known.counted = {
      ...known.counted,
      seq,
      due,
      standing: standings.length,
      late: [...known.counted.late, ...now.late],
    };
  }
  return { facts, early, ...known };
}

const portions = fc.array(
  fc.record({ told: fc.nat({ max: 6 }), shownAfterMs: fc.option(fc.integer({ min: 0, max: 3_600_000 })) }),
  { maxLength: 8 },
);

describe('a ticket that is counted', () => {
  it('in whatever portions, adds up to the same as at once', () => {
    fc.assert(
      fc.property(aHistory, fc.array(fc.nat({ max: 6 })), (history, sizes) => {
        const pieces = sizes.map((told) => ({ told, shownAfterMs: null }));
        expect(countedIn(pieces, history).facts).toEqual(countedIn([], history).facts);
      }),
      { numRuns: 60 },
    );
  });

  it('changes no figures that were shown, however late something is told of it', () => {
    fc.assert(
      fc.property(aHistory, portions, (history, pieces) => {
        expect(countedIn(pieces, history).early).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('anew from the beginning, has the facts it had, known from the same instants', () => {
    fc.assert(
      fc.property(aHistory, portions, (history, pieces) => {
        const { facts, counted, shownAsOf } = countedIn(pieces, history);
        const again = countedAnew({ ...counted, standing: 0 }, history, shownAsOf);
        expect(again ? factsIn(again) : []).toEqual(facts);
        expect(again?.late ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
