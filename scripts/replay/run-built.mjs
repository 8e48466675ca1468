import { buildServices } from '../start/builds.mjs';
import { installPackages } from '../start/install-packages.mjs';
import { fromRoot } from '../start/root.mjs';
import { StepFailed } from '../start/step-failed.mjs';

/** Installs and builds what is missing or changed, then runs one of the built programs in this process. */
export async function runBuilt(program) {
  try {
    await installPackages();
    await buildServices();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  await import(fromRoot(program).href);
}
