// What `npm run restore` runs: builds the services when their sources changed, then restores.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/restore/main.js');
