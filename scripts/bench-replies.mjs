// What `npm run bench:replies` runs: builds the services when their sources changed, then measures.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/bench/replies/main.js');
