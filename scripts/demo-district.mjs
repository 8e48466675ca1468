// What `npm run demo:district` runs: builds the services when their sources changed, then simulates a district's period.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/demo-district/main.js');
