import fc from 'fast-check';
import { sortTickets, type Kin, type Sorted, type Sorting, type Standing } from './sorting';

const alone = (id: string): Sorted => ({ id, issueId: null, isApart: false });
const member = (id: string, issueId: string): Sorted => ({ id, issueId, isApart: false });
const kin = (one: string, other: string, score = 0.8): Kin => ({ one, other, score });
const issue = (id: string, tickets = 2, isTended = false): Standing => ({ id, isTended, tickets });
let begun = 0;
const newId = (): string => `new-${(begun += 1)}`;

/** The issue of each ticket after these were sorted. */
function placesAfter(tickets: readonly Sorted[], { placed, joined }: Sorting): Map<string, string | null> {
  const place = ({ id, issueId }: Sorted) => placed.get(id)?.issueId ?? joined.get(issueId ?? '') ?? issueId;
  return new Map(tickets.map((ticket) => [ticket.id, place(ticket)]));
}

describe('sorting tickets into hot issues', () => {
  it('begins one for two that are kin, and none for one that is alone', () => {
    const { placed, begun: issues } = sortTickets([alone('a'), alone('b'), alone('c')], [kin('a', 'b')], [], newId);
    expect(issues).toHaveLength(1);
    expect([...placed.keys()]).toEqual(['a', 'b']);
  });

  it('joins two issues that nobody has had in hand, the smaller into the larger', () => {
    const tickets = [member('a', 'x'), member('b', 'y'), alone('c')];
    const sorting = sortTickets(tickets, [kin('c', 'a'), kin('c', 'b')], [issue('x', 2), issue('y', 5)], newId);
    expect([...sorting.joined]).toEqual([['x', 'y']]);
    expect(placesAfter(tickets, sorting)).toEqual(new Map(['a', 'b', 'c'].map((id) => [id, 'y'])));
  });

  it('never joins two that people have in hand: the ticket goes to the closest', () => {
    const tickets = [member('a', 'x'), member('b', 'y'), alone('c')];
    const issues = [issue('x', 2, true), issue('y', 5, true)];
    const sorting = sortTickets(tickets, [kin('c', 'b', 0.7), kin('c', 'a', 0.9)], issues, newId);
    expect(sorting.joined.size).toBe(0);
    expect(sorting.placed.get('c')).toEqual({ issueId: 'x', score: 0.9 });
  });

  it('lets what nobody has had in hand go into what somebody has, however small that is', () => {
    const tickets = [member('a', 'x'), member('b', 'y')];
    const sorting = sortTickets(tickets, [kin('a', 'b')], [issue('x', 9), issue('y', 1, true)], newId);
    expect([...sorting.joined]).toEqual([['x', 'y']]);
  });

  it('leaves alone what stands apart, and lets nothing be found by it', () => {
    const apart = { ...alone('b'), isApart: true };
    expect(sortTickets([alone('a'), apart], [kin('a', 'b')], [], newId).placed.size).toBe(0);
  });
});

/** Tickets that come in some order, in batches of some size, with who is kin to whom. */
const arrivals = fc.integer({ min: 2, max: 12 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `t${index}`);
  const id = fc.constantFrom(...ids);
  return fc.record({
    ids: fc.constant(ids),
    pairs: fc.array(fc.record({ one: id, other: id, score: fc.double({ min: 0.6, max: 1, noNaN: true }) }), {
      maxLength: 14,
    }),
    orders: fc.tuple(
      fc.shuffledSubarray(ids, { minLength: count, maxLength: count }),
      fc.shuffledSubarray(ids, { minLength: count, maxLength: count }),
    ),
    sizes: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    again: fc.shuffledSubarray(ids),
  });
});

/** Sorts them batch by batch as the house does; whoever is kin is found by whichever of both is stored last. */
function sortAll(order: readonly string[], size: number, pairs: readonly Kin[]): Map<string, string | null> {
  const stored = new Map<string, string | null>();
  for (let from = 0; from < order.length; from += size) {
    const batch = order.slice(from, from + size);
    for (const id of batch) if (!stored.has(id)) stored.set(id, null);
    const theirs = pairs.filter(
      ({ one, other }) => stored.has(one) && stored.has(other) && (batch.includes(one) || batch.includes(other)),
    );
    const tickets = [...stored].map(([id, issueId]) => ({ id, issueId, isApart: false }));
    const sizes = new Map<string, number>();
    for (const { issueId } of tickets) if (issueId) sizes.set(issueId, (sizes.get(issueId) ?? 0) + 1);
    const issues = [...sizes].map(([id, count]) => issue(id, count));
    for (const [id, place] of placesAfter(tickets, sortTickets(tickets, theirs, issues, newId))) stored.set(id, place);
  }
  return stored;
}

/** Which tickets are together, whatever their issue is called. */
function together(places: ReadonlyMap<string, string | null>): string[] {
  const groups = new Map<string, string[]>();
  for (const [id, place] of places) if (place) groups.set(place, [...(groups.get(place) ?? []), id]);
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort();
}

describe('in whatever order tickets come', () => {
  it('the same ones are together, also when some come again', () => {
    fc.assert(
      fc.property(arrivals, ({ pairs, orders: [first, second], sizes: [one, other], again }) => {
        const real = pairs.filter((pair) => pair.one !== pair.other);
        const once = together(sortAll(first, one, real));
        expect(together(sortAll(second, other, real))).toEqual(once);
        expect(together(sortAll([...second, ...again], other, real))).toEqual(once);
      }),
      { numRuns: 400 },
    );
  });
});
