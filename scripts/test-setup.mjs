// Run before the tests: whatever they need that npm does not bring.
import { requireNode } from './start/require-node.mjs';

requireNode();

const { installPackages } = await import('./start/install-packages.mjs');
const { missingPrograms } = await import('./test-setup/missing-programs.mjs');
const { canInstall, installFromDebian } = await import('./test-setup/install-from-debian.mjs');
const { StepFailed } = await import('./start/step-failed.mjs');

try {
  await installPackages();
  const packages = missingPrograms();
  if (packages.length > 0 && canInstall()) await installFromDebian(packages);
  else if (packages.length > 0) {
    console.log(`The tests also need: ${packages.join(', ')} (sudo apt-get install ${packages.join(' ')}).`);
  }
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
