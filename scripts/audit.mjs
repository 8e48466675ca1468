// What `npm run audit:verify` runs: builds the services when their sources changed, then verifies.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/audit/main.js');
