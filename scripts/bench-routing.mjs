// What `npm run bench:routing` runs: builds the services when their sources changed, then measures.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/bench/routing/main.js');
