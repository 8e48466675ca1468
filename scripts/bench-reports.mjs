// What `npm run bench:reports` runs: builds the services when their sources changed, then measures.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/bench/reports/main.js');
