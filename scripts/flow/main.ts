import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { flowPage } from './flow-page';

const file = join(process.cwd(), 'docs/flow.md');

/** Writes docs/flow.md from the tables; with --check only says whether it is stale. */
async function main(): Promise<void> {
  const page = await format(flowPage(), { ...(await resolveConfig(file)), parser: 'markdown' });
  if (!process.argv.includes('--check')) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/flow.md is not what the tables say: run npm run flow');
    process.exitCode = 1;
  }
}

void main();
