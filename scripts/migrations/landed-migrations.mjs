import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileOf } from '../start/root.mjs';

const FOLDER = 'libs/store/src/migrations';
const LIST = fileOf(`${FOLDER}/landed.sha256`);
/** What migrations that have landed call: changed, it changes what they do. */
const CALLED = ['../partitions-of-old-months.ts'];

/** What landed, as `sha256sum` writes it: SHA-256 in hexadecimal by file, named from the folder of the migrations. */
export function readLanded() {
  const lines = readFileSync(LIST, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split('  ').reverse()));
}

export function writeLanded(landed) {
  const inOrder = [...landed].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = inOrder.map(([name, digest]) => `${digest}  ${name}\n`);
  writeFileSync(LIST, lines.join(''));
}

/** The digests of what lies there now. */
export function readFound() {
  const names = readdirSync(fileOf(FOLDER)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return new Map([...names.sort(), ...CALLED].map((name) => [name, digestOf(name)]));
}

const digestOf = (name) =>
  createHash('sha256')
    .update(readFileSync(fileOf(`${FOLDER}/${name}`)))
    .digest('hex');

/** What is wrong with what lies there: `edited` and `gone` are of what landed, `unlisted` is of what is new. */
export function changesSince(landed, found) {
  const isEdited = ([name, digest]) => found.has(name) && found.get(name) !== digest;
  return {
    edited: [...landed].filter(isEdited).map(([name]) => name),
    gone: [...landed.keys()].filter((name) => !found.has(name)),
    unlisted: [...found.keys()].filter((name) => !landed.has(name)),
  };
}
