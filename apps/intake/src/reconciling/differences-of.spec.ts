import type { State } from '#ticket/state';
import { differencesOf, type Ours } from './differences-of';

const due = new Date('2026-09-18T04:00:00Z');
const ours = (upstreamNumber: string, state: State = 'handling', upstreamDueAt: Date | null = null): Ours => ({
  ...{ id: `id-${upstreamNumber}`, upstreamNumber, state, upstreamDueAt },
});
const kinds = (...given: Parameters<typeof differencesOf>) =>
  differencesOf(...given).map(({ upstreamNumber, kind }) => `${upstreamNumber} ${kind}`);

describe('a day compared with the system that sent it', () => {
  it('differs in nothing when both know the same', () => {
    const listed = [{ upstreamNumber: 'S-1', dueAt: '2026-09-18T12:00:00+08:00', isOpen: true }];
    expect(kinds(listed, [ours('S-1', 'handling', due)], new Set(['id-S-1']))).toEqual([]);
  });

  it('names what they sent and we have not, and what we have and they did not list', () => {
    expect(kinds([{ upstreamNumber: 'S-1' }], [ours('S-2')], new Set(['id-S-2']))).toEqual([
      'S-1 not-here',
      'S-2 not-there',
    ]);
  });

  it('finds by its number what was registered on another day, and asks nobody why it is not listed', () => {
    expect(kinds([{ upstreamNumber: 'S-1' }], [ours('S-1'), ours('S-3')], new Set())).toEqual([]);
  });

  it('compares dates only where they say one, and none is a date too', () => {
    const of = (dueAt: string | null | undefined, here: Date | null) =>
      kinds([{ upstreamNumber: 'S-1', dueAt }], [ours('S-1', 'handling', here)], new Set());
    expect(of(undefined, due)).toEqual([]);
    expect(of(null, null)).toEqual([]);
    expect(of(null, due)).toEqual(['S-1 due-differs']);
    expect(of('2026-09-19T12:00:00+08:00', due)).toEqual(['S-1 due-differs']);
    expect(of('2026-09-18T04:00:00Z', due)).toEqual([]);
  });

  it.each<[State, boolean | undefined, string[]]>([
    ['closed', true, ['S-1 ended-here']],
    ['returned-up', true, ['S-1 ended-here']],
    ['handling', false, ['S-1 open-here']],
    ['upstream', true, []],
    ['closed', false, []],
    ['closed', undefined, []],
  ])('of a ticket that is %s here and open there: %s', (state, isOpen, found) => {
    expect(kinds([{ upstreamNumber: 'S-1', isOpen }], [ours('S-1', state)], new Set())).toEqual(found);
  });
});
