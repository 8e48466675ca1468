// What `npm run keys:rotate` runs: builds the services when their sources changed, then replaces the keys of a database.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/keys/main.js');
