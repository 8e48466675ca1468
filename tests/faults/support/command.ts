import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { RESOURCES, type Resources } from '#platform/resources';
import type { TestHouse } from '#testing/test-house';

const root = join(__dirname, '../../..');

/** How a command ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a command as it was built, such as `audit`; settings that are undefined are taken out of its environment. */
export function runCommand(
  name: string,
  words: readonly string[],
  settings: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  return run(process.execPath, [`dist/scripts/${name}/main.js`, ...words], settings);
}

/** The same where no file may grow beyond so many blocks of 1,024 bytes, as on a disk that is full. */
export function runOnFullDisk(
  name: string,
  words: readonly string[],
  settings: Readonly<Record<string, string | undefined>>,
  blocks: number,
): Promise<Ended> {
  const line = `ulimit -f ${blocks}; exec "$0" "$@"`;
  return run('bash', ['-c', line, process.execPath, `dist/scripts/${name}/main.js`, ...words], settings);
}

function run(program: string, words: readonly string[], settings: Readonly<Record<string, string | undefined>>) {
  const child = spawn(program, words, { cwd: root, env: { ...process.env, ...settings } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** What a command has to be told so that it works on this house's database and files. */
export async function settingsOf(house: TestHouse): Promise<Record<string, string>> {
  const { databaseUrl, masterKey } = house.app.get<Resources>(RESOURCES);
  return {
    DATABASE_URL: databaseUrl,
    MASTER_KEY: (await masterKey()).toString('base64'),
    ATTACHMENT_DIR: house.files,
  };
}
