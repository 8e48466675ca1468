import { keepLateness, partsSince, type StoredPart } from '#store/lateness-rows';
import { shanghaiDate } from '#store/shanghai-date';
import type { Database } from '#store/database';
import type { Directory } from '#platform/directory';
import { calibrationError, fitLateness } from './fit-lateness';
import { Desks, pastCells, type PastPart } from './past-cells';

const dayMs = 86_400_000;
/** What was longer ago says little of today. */
const learntDays = 400;
/** What the tested model has not seen. */
const testedDays = 30;
/** Fewer parts whose end is known tell nothing. */
const leastParts = 200;

/** Learns from history up to now what makes parts late, and keeps it as this day's model; false when history tells too little. */
export async function learnLateness(database: Database, directory: Directory, now: Date): Promise<boolean> {
  const parts: PastPart[] = [];
  for await (const page of partsSince(database.sql, new Date(now.getTime() - learntDays * dayMs)))
    for (const part of page) parts.push(pastPart(part, directory));
  const at = now.getTime();
  const known = parts.filter(({ dueAt }) => dueAt <= at);
  if (known.length < leastParts) return false;
  const desks = new Desks(parts);
  const tested = await test(parts, desks, at);
  await keepLateness(database.sql, {
    day: shanghaiDate(now),
    madeAt: now,
    parts: known.length,
    ...tested,
    model: fitLateness(await pastCells(parts, desks, at)),
    usual: Object.fromEntries(desks.departments().map((id) => [id, desks.usual(id, at)])),
  });
  return true;
}

/** Field by field: there may be a million, whose ids nobody needs. */
const pastPart = (part: StoredPart, directory: Directory): PastPart => ({
  departmentId: part.departmentId,
  rootCategory: directory.rootCategory(part.categoryCode),
  dispatchedAt: part.dispatchedAt,
  dueAt: part.dueAt,
  answeredAt: part.answeredAt,
  endedAt: part.endedAt,
});

/** What a model of a month ago, which knew nothing later, would have said of this last month. */
async function test(parts: readonly PastPart[], desks: Desks, now: number) {
  const then = now - testedDays * dayMs;
  const before = parts.filter(({ dueAt }) => dueAt <= then);
  const after = parts.filter(({ dueAt }) => dueAt > then && dueAt <= now);
  const error =
    before.length < leastParts
      ? null
      : calibrationError(fitLateness(await pastCells(before, desks, then)), await pastCells(after, desks, now));
  return { testedParts: after.length, calibrationError: error };
}
