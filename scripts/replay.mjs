// What `npm run replay` runs: builds the services when their sources changed, then plays.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/replay/main.js');
