// A migration that landed is never edited: databases that have run it never run it again. `--add` lists new ones.
import { changesSince, readFound, readLanded, writeLanded } from './migrations/landed-migrations.mjs';

const [landed, found] = [readLanded(), readFound()];
const { edited, gone, unlisted } = changesSince(landed, found);
const adds = process.argv.includes('--add');

const problems = [
  ...edited.map((name) => `${name} was edited after it had landed: write a new migration`),
  ...gone.map((name) => `${name} has landed and is gone`),
  ...(adds ? [] : unlisted.map((name) => `${name} is not listed: npm run migrations:add`)),
  ...missedOf(landed),
];
if (adds && problems.length === 0)
  writeLanded(new Map([...landed, ...unlisted.map((name) => [name, found.get(name)])]));

for (const problem of problems) console.error(problem);
console.log(`${found.size} files, ${adds ? unlisted.length : 0} added: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Planted changes that must be caught, one of each kind for every file. */
function missedOf(sound) {
  return [...sound].flatMap(([name, digest]) => {
    const edit = changesSince(
      sound,
      new Map(sound).set(
        name,
        digest.replace(/./, (first) => (first === '0' ? '1' : '0')),
      ),
    );
    const without = new Map([...sound].filter(([other]) => other !== name));
    const isCaught =
      edit.edited.join() === name &&
      changesSince(sound, without).gone.join() === name &&
      changesSince(without, sound).unlisted.join() === name;
    return isCaught ? [] : [`planted, not caught: ${name}`];
  });
}
