import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileOf } from './root.mjs';
import { runStep } from './run-step.mjs';
import { StepFailed } from './step-failed.mjs';

/** Installs what package-lock.json says, unless exactly that is installed already. */
export async function installPackages() {
  if (isInstalled()) return;
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await runStep('Installing packages', process.execPath, [npmProgram(), 'ci', ...flags]);
}

/**
 * Compares the lock with the record npm keeps of what it put into node_modules (written last, so an interrupted
 * installation has none). A package for another platform is left out by npm, and may be missing.
 */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional }]) => path !== '' && found[path]?.version !== version && !(optional && !found[path]),
  );
  return missing.length === 0;
}

function packagesOf(lock) {
  const file = fileOf(lock);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** npm tells its scripts where it is; called without npm, it is looked up on the PATH. */
function npmProgram() {
  const places = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, 'npm'));
  const program = [process.env.npm_execpath, ...places].find((path) => path && existsSync(path));
  if (program) return realpathSync(program);
  throw new StepFailed('npm is not on the PATH: it comes with Node, see https://nodejs.org.');
}
