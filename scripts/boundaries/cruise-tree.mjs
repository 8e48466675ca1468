import { cruise } from 'dependency-cruiser';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from '../start/root.mjs';

const config = createRequire(import.meta.url)(fileOf('.dependency-cruiser.cjs'));
/** The names of all rules. */
export const RULES = config.forbidden.map(({ name }) => name);

const FOLDERS = ['apps', 'libs', 'tests', 'bench'];

/** Checks the tree under a directory against .dependency-cruiser.cjs. */
export async function cruiseTree(baseDir) {
  const ruleSet = { forbidden: config.forbidden };
  const folders = FOLDERS.filter((folder) => existsSync(join(baseDir, folder)));
  const { output } = await cruise(folders, { ...config.options, baseDir, ruleSet, validate: true }, resolveOptions());
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { violations, modules: output.summary.totalCruised };
}

function resolveOptions() {
  return { ...config.options.enhancedResolveOptions };
}
