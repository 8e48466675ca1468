// What `npm run bench:deadlines` runs: builds the services when their sources changed, then measures.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/bench/deadlines/main.js');
