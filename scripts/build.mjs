// Compiles services and console when their sources changed, without starting them.
import { buildConsole, buildServices } from './start/builds.mjs';
import { StepFailed } from './start/step-failed.mjs';

try {
  await buildServices();
  await buildConsole();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
