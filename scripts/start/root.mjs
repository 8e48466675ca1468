import { fileURLToPath } from 'node:url';

/** A path of the clone as a URL, wherever the command was called from. */
export const fromRoot = (path) => new URL(`../../${path}`, import.meta.url);

/** A path of the clone as a file name. */
export const fileOf = (path) => fileURLToPath(fromRoot(path));
