// What `npm run seed` runs: builds the services when their sources changed, then fills a database.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/seed/main.js');
