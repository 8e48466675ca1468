import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from './root.mjs';

const COMPILED = ['apps', 'libs', 'bench', 'scripts'];

/** Removes what was compiled from sources that are gone: a removed migration must not run again. */
export function removeStaleOutputs() {
  for (const directory of COMPILED) sweep(directory);
}

function sweep(directory) {
  const output = fileOf(join('dist', directory));
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (entry.name.endsWith('.js') && !existsSync(fileOf(path.replace(/\.js$/, '.ts')))) {
      for (const suffix of ['', '.map']) rmSync(fileOf(join('dist', `${path}${suffix}`)), { force: true });
    }
  }
}
