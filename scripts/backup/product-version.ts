import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneDirectory } from '#hotline/backend/data-directory';

/** This version of the hotline, as package.json says it. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(cloneDirectory(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
