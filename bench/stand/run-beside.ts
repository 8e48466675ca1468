import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Stand } from './stand';

/** Runs one of our built programs on the stand's database, beside the hotline or while it is stopped. @throws Error when it fails */
export async function runBeside(
  { dataDirectory }: Pick<Stand, 'dataDirectory'>,
  program: string,
  ...words: string[]
): Promise<void> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [join(__dirname, '../../scripts', program), ...words], {
    env: { ...environment, DATA_DIR: dataDirectory },
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${program} failed`);
}
