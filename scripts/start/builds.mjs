import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { removeStaleOutputs } from './remove-stale-outputs.mjs';
import { fileOf } from './root.mjs';
import { runStep } from './run-step.mjs';

const EVERY_BUILD = ['package.json', 'package-lock.json', 'tsconfig.json'];
const SERVICES = ['apps', 'libs', 'bench', 'scripts', 'tsconfig.build.json', ...EVERY_BUILD];
const CONSOLE = ['apps/console', 'libs', ...EVERY_BUILD];

/** Compiles the services when their sources changed since the last build. */
export async function buildServices() {
  await whenChanged('services', fingerprint(SERVICES, ['apps/console', 'libs/testing']), async () => {
    const tsc = [fileOf('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'];
    await runStep('Building the services', process.execPath, tsc);
    removeStaleOutputs();
  });
}

/** Bundles the console when its sources changed since the last build. */
export async function buildConsole() {
  const vite = [fileOf('node_modules/vite/bin/vite.js'), 'build', 'apps/console', '--logLevel', 'warn'];
  await whenChanged('console', fingerprint(CONSOLE), () => runStep('Building the console', process.execPath, vite));
}

async function whenChanged(name, sources, build) {
  const stamp = fileOf(`dist/${name}.stamp`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  // Without a stamp, a build that is interrupted is done again.
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(fileOf('dist'), { recursive: true });
  writeFileSync(stamp, sources);
}
