import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Anchor } from '#store/anchor';
import { anchorFile, anchorFileName, dayOfAnchorFile } from '#store/anchor-file';
import { allAnchors } from '#store/anchor-rows';
import type { Sql } from '#store/sql';
import { Usage } from '../command-line';
import type { Break } from './break';

/**
 * Compares the exported anchors in a directory with those of the database, line by line: each file from the oldest to the
 * newest must be there and say the same. Days after the newest file were not exported to there yet.
 * @throws Usage when there is none.
 */
export async function fileBreaks(sql: Sql, directory: string): Promise<{ files: number; breaks: Break[] }> {
  const days = await daysIn(directory);
  const [oldest, newest] = [days[0] ?? '', days.at(-1) ?? ''];
  const anchors = new Map((await allAnchors(sql)).map((anchor) => [anchor.day, anchor]));
  const wanted = [...anchors.keys()].filter((day) => day >= oldest && day <= newest);
  const breaks: Break[] = [];
  for (const day of new Set([...days, ...wanted].sort())) {
    const fault = await faultOf(sql, { day, directory, isThere: days.includes(day), anchor: anchors.get(day) });
    if (fault) breaks.push({ where: `file ${anchorFileName(day)}`, fault });
  }
  return { files: days.length, breaks };
}

async function daysIn(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  const days = names.flatMap((name) => dayOfAnchorFile(name) ?? []).sort();
  if (days.length === 0)
    throw new Usage(`There is no exported anchor in ${directory}: name the directory they lie in.`);
  return days;
}

interface Compared {
  readonly day: string;
  readonly directory: string;
  readonly isThere: boolean;
  readonly anchor: Anchor | undefined;
}

async function faultOf(sql: Sql, { day, directory, isThere, anchor }: Compared): Promise<string | null> {
  if (!isThere) return 'it is missing, and the database has its anchor';
  if (!anchor) return 'the database has no anchor of this day';
  const line = await firstUnlike(linesOf(join(directory, anchorFileName(day))), linesAmong(anchorFile(sql, anchor)));
  return line === null ? null : `line ${line} is another than the database would export`;
}

/** The number of the first line in which they differ, from 1; null when they are the same. */
async function firstUnlike(left: AsyncIterator<string>, right: AsyncIterator<string>): Promise<number | null> {
  for (let number = 1; ; number += 1) {
    const [one, other] = await Promise.all([left.next(), right.next()]);
    if (one.done && other.done) return null;
    if (one.done !== other.done || one.value !== other.value) return number;
  }
}

const linesOf = (file: string): AsyncIterator<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Infinity })[Symbol.asyncIterator]();

async function* linesAmong(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) yield* piece.trimEnd().split('\n');
}
