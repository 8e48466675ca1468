// What `npm run backup` runs: builds the services when their sources changed, then backs up.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/backup/main.js');
