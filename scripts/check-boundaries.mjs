// Who may import whom, in the tree and in planted violations that must be caught.
import { PLANTED, ALLOWED, SQL } from '../tests/boundaries/planted-violations.mjs';
import { cruiseTree, RULES } from './boundaries/cruise-tree.mjs';
import { plantTree } from './boundaries/plant-tree.mjs';
import { isCaught } from './boundaries/lint-sql.mjs';
import { fileOf } from './start/root.mjs';

const problems = [];

const unproven = RULES.filter((rule) => !PLANTED.some((planted) => planted.rule === rule));
problems.push(...unproven.map((rule) => `no planted violation: ${rule}`));

const { violations, modules } = await cruiseTree(fileOf('.'));
problems.push(...violations.map(({ rule, from, to }) => `${from} must not import ${to} (${rule})`));

await plantTree([...PLANTED, ...ALLOWED], async (directory) => {
  const caught = (await cruiseTree(directory)).violations;
  const missed = PLANTED.filter(
    ({ rule, file }) => !caught.some((found) => found.rule === rule && found.from === file),
  );
  const wrong = caught.filter(({ from }) => ALLOWED.some(({ file }) => file === from));
  problems.push(...missed.map(({ rule, file }) => `planted, not caught: ${file} (${rule})`));
  problems.push(...wrong.map(({ rule, from }) => `caught, but allowed: ${from} (${rule})`));
});

for (const { folder, sql, caught } of SQL) {
  if (isCaught(folder, sql) !== caught) problems.push(`${folder} ${caught ? 'may write' : 'may not write'}: ${sql}`);
}

for (const problem of problems) console.error(problem);
console.log(
  `${modules} modules, ${PLANTED.length} planted imports, ${SQL.length} statements: ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
