// What `npm run admin` runs: builds the services when their sources changed, then makes an administrator.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/admin/main.js');
