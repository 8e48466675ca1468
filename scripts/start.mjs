// What `npm start` runs: install, build, start. Plain Node, for on a fresh clone nothing else is there yet.
import { endWithNpm } from './start/end-with-npm.mjs';
import { requireNode } from './start/require-node.mjs';

requireNode();
endWithNpm();

const { installPackages } = await import('./start/install-packages.mjs');
const { buildConsole, buildServices } = await import('./start/builds.mjs');
const { fromRoot } = await import('./start/root.mjs');
const { StepFailed } = await import('./start/step-failed.mjs');

try {
  await installPackages();
  await buildServices();
  await buildConsole();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
// In this process, so that signals reach the services directly.
await import(fromRoot('dist/apps/hotline/src/main.js').href);
