import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#testing/test-database';

const root = join(__dirname, '../..');
const program = 'dist/apps/hotline/src/main.js';
const built = [program, 'dist/console/index.html'];

/** The hotline as people run it: one process with the console, on a database of its own and a free port. */
export interface RunningHotline {
  /** Such as http://127.0.0.1:43117. */
  readonly url: string;
  /** Of every demo account. */
  readonly password: string;
  stop(): Promise<void>;
}

/** @throws Error with what the process said when it does not open. */
export async function startHotline(settings: Readonly<Record<string, string>> = {}): Promise<RunningHotline> {
  for (const file of built)
    if (!existsSync(join(root, file))) throw new Error(`${file} is missing: run the tests with npm run test:browser`);
  const database = await createTestDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'hotline-browser-'));
  const password = 'a-demo-password';
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      REDIS_URL: process.env.TEST_REDIS_URL,
      QUEUE_NAMESPACE: `browser_${process.pid}`,
      DATA_DIR: join(dataDirectory, 'data'),
      DEMO_PASSWORD: password,
      NODE_ENV: '',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(dataDirectory, { recursive: true, force: true });
    await database.drop();
  };
  try {
    return { url: await opened(child), password, stop };
  } catch (reason) {
    await stop();
    throw reason;
  }
}

/** Its address, once it says that it is open. */
function opened(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /is open at (http:\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the hotline ended with ${code} instead of opening:\n${said}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
