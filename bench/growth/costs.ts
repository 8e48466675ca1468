import type { HotlineClient } from '../../scripts/replay/hotline-client';
import { callerOf, inventedMatter, registration } from '../load/matter';
import type { Stand } from '../stand/stand';

/** One thing that people do, again and again; `index` differs each time. */
export interface Cost {
  readonly label: string;
  /** Milliseconds that 95 of 100 may take, whatever is stored. */
  readonly atMostP95?: number;
  /** The more are stored, the more it finds, up to a page: that costs more is no fault. */
  readonly findsMore?: true;
  /** What it writes is worked on behind it, for which the next thing waits. */
  readonly writes?: true;
  readonly once: (stand: Stand, index: number) => Promise<unknown>;
}

/** A word that stands in one ticket, and one that stands in nearly all. */
export const rareWord = '鳌瓮';
const commonWord = '希望';

/** A street or estate that some tickets name. */
const placeWord = (index: number): string => inventedMatter(index).title.slice(0, 3);

const search = (client: HotlineClient | undefined, body: object): Promise<unknown> => {
  if (!client) throw new Error('nobody searches');
  return client.call('POST /api/tickets/search', { body: { limit: 50, ...body } });
};
const handlerOf = ({ staff }: Stand): HotlineClient | undefined => [...staff.handlers.values()][0];
/** Of ten thousand tickets a page's worth is left, so that as many are shown whatever is stored. */
const filtersOf = ({ places }: Stand, index: number) => ({
  state: 'closed',
  type: 'help',
  areaCode: places.areas[index % places.areas.length],
  from: '2020-01-01T00:00:00+08:00',
});

const atMostP95 = 50;

export const costs = {
  register: {
    label: 'registering',
    writes: true,
    once: ({ staff, places }, index) => {
      const body = { ...registration(places, index, callerOf(index)), ...inventedMatter(index) };
      return staff.agent.call('POST /api/tickets', { body });
    },
  },
  rare: { label: 'search, a rare word', atMostP95, once: ({ staff }) => search(staff.agent, { q: rareWord }) },
  common: { label: 'search, a common word', atMostP95, once: ({ staff }) => search(staff.agent, { q: commonWord }) },
  place: {
    label: 'search, a place',
    atMostP95,
    findsMore: true,
    once: ({ staff }, index) => search(staff.agent, { q: placeWord(index) }),
  },
  placeFirst: {
    label: 'search, a place, the first five',
    atMostP95,
    // So few that not many more are shown of a million tickets than of ten thousand.
    once: ({ staff }, index) => search(staff.agent, { q: placeWord(index), limit: 5 }),
  },
  filtered: {
    label: 'search, a common word, four filters',
    atMostP95,
    once: (stand, index) => search(stand.staff.agent, { q: commonWord, ...filtersOf(stand, index) }),
  },
  filteredRare: {
    label: 'search, a rare word, four filters',
    atMostP95,
    once: (stand, index) => search(stand.staff.agent, { q: rareWord, ...filtersOf(stand, index) }),
  },
  ofClass: {
    label: 'search, a place, its category and area',
    atMostP95,
    findsMore: true,
    once: ({ staff, places: { areas, categories } }, index) => {
      const [areaCode, categoryCode] = [areas[index % areas.length], categories[index % categories.length]];
      return search(staff.agent, { q: placeWord(index), areaCode, categoryCode });
    },
  },
  counted: {
    label: 'search, a common word, counted',
    atMostP95,
    once: ({ staff }) => search(staff.agent, { q: commonWord, count: true }),
  },
  departmentRare: {
    label: 'search by a department, a rare word',
    atMostP95,
    once: (stand) => search(handlerOf(stand), { q: rareWord }),
  },
  departmentCommon: {
    label: 'search by a department, a common word',
    atMostP95,
    once: (stand) => search(handlerOf(stand), { q: commonWord }),
  },
  lookAlikes: {
    label: 'look-alikes, all typed',
    atMostP95,
    once: ({ staff }, index) => {
      const body = { ...inventedMatter(index), phone: callerOf(index) };
      return staff.agent.call('POST /api/tickets/similar', { body });
    },
  },
  lookAlikesOfTitle: {
    label: 'look-alikes, only a title yet',
    atMostP95,
    once: ({ staff }, index) =>
      staff.agent.call('POST /api/tickets/similar', { body: { title: inventedMatter(index).title } }),
  },
} as const satisfies Record<string, Cost>;

export type CostName = keyof typeof costs;
