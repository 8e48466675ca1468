import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A message of the stream, and those that were judged to be about the same matter: ids. */
export interface Judged {
  readonly id: string;
  readonly same: readonly string[];
}

/** From dist/bench/load. */
const file = join(__dirname, '../../../bench/look-alikes/labels.jsonl');

export async function judgedMessages(): Promise<Judged[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Judged);
}
