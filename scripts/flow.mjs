// What `npm run flow` and `npm run flow:check` run: the domain's tables as a page, written or compared.
import { runBuilt } from './replay/run-built.mjs';

await runBuilt('dist/scripts/flow/main.js');
