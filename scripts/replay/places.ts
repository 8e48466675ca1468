import type { HotlineClient } from './hotline-client';

/** Where things may happen, of what kind, and who may handle them: codes and ids of this hotline. */
export interface Places {
  readonly areas: readonly string[];
  readonly categories: readonly string[];
  readonly departments: readonly string[];
}

/** The lowest areas and categories, and all departments. */
export async function readPlaces(agent: HotlineClient): Promise<Places> {
  const [areas, categories, departments] = await Promise.all([
    agent.call('GET /api/areas'),
    agent.call('GET /api/categories'),
    agent.call('GET /api/departments'),
  ]);
  return {
    areas: lowest(areas.items),
    categories: lowest(categories.items),
    departments: departments.items.map(({ id }) => id),
  };
}

function lowest(places: readonly { code: string; parentCode: string | null }[]): string[] {
  const parents = new Set(places.map(({ parentCode }) => parentCode));
  return places.map(({ code }) => code).filter((code) => !parents.has(code));
}
