import { Random } from '#platform/random';
import type { PastPart } from './past-cells';

const dayMs = 86_400_000;
const wholeMs = 5 * dayMs;

const departments = Array.from({ length: 12 }, (_, index) => ({ id: `department-${index}`, slowness: index / 11 }));
const categories = ['城乡建设', '交通运输', '环境保护', '劳动保障', null] as const;

/**
 * A city whose departments differ in how slow they are, whose categories differ in how hard they are, and in which a desk
 * that has more on it answers later: each part takes an exponential time.
 */
export function simulatedCity(days: number, seed: number): PastPart[] {
  const random = Random.for(seed, days);
  const parts: PastPart[] = [];
  const open = new Map<string, number[]>();
  for (let day = 0; day < days; day += 1) {
    for (const { id, slowness } of departments) {
      // A wave of work every ten weeks.
      const coming = 4 + (day % 70 > 55 ? 16 : 0) + Math.floor(random.next() * 3);
      for (let index = 0; index < coming; index += 1) {
        const dispatchedAt = (day + random.next()) * dayMs;
        const lying = (open.get(id) ?? []).filter((end) => end > dispatchedAt);
        const category = Math.floor(random.next() * categories.length);
        const mean = wholeMs * (0.25 + 0.35 * slowness + 0.08 * category) * (1 + lying.length / 60);
        const answeredAt = dispatchedAt - Math.log(1 - random.next()) * mean;
        open.set(id, [...lying, answeredAt]);
        const rootCategory = categories[category] ?? null;
        parts.push({
          departmentId: id,
          rootCategory,
          dispatchedAt,
          dueAt: dispatchedAt + wholeMs,
          answeredAt,
          endedAt: null,
        });
      }
    }
  }
  return parts;
}
