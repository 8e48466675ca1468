import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from './root.mjs';

/**
 * A short text that changes when a file under these paths is added, removed or written: names, sizes and times,
 * for reading every file would take longer than the compiler needs to find that nothing changed.
 */
export function fingerprint(paths, skipped = []) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path, skipped);
  return hash.digest('hex');
}

function addTo(hash, path, skipped) {
  const file = fileOf(path);
  if (skipped.includes(path) || !existsSync(file)) return;
  const { size, mtimeMs } = statSync(file);
  if (!statSync(file).isDirectory()) {
    hash.update(`${path} ${size} ${mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(file).sort()) addTo(hash, join(path, name), skipped);
}
