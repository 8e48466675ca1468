import type { Standing } from './standing';

interface FactKey {
  /** An SQL expression on a fact's `satisfaction.standing s`. */
  readonly sql: string;
  /** The same of a standing at hand. */
  readonly of: (standing: Standing) => string | null;
}

/** Under what a fact is summed. Everything is, under the whole. */
export const factKeys = {
  whole: { sql: `''`, of: () => '' },
  department: { sql: 's.department_id::text', of: ({ departmentId }) => departmentId },
  area: { sql: 's.area_code', of: ({ areaCode }) => areaCode },
  category: { sql: 's.category_code', of: ({ categoryCode }) => categoryCode },
  type: { sql: 's.type', of: ({ type }) => type },
  channel: { sql: 's.channel', of: ({ channel }) => channel },
  team: { sql: 's.team', of: ({ team }) => team },
  agent: { sql: 's.agent', of: ({ agent }) => agent },
} as const satisfies Record<string, FactKey>;
