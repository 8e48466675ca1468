import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HotlineClient } from '../../scripts/replay/hotline-client';
import { stopChild } from './stop-child';

/** From dist/bench/stand. */
const program = join(__dirname, '../../apps/hotline/src/main.js');
const startingMs = 60_000;
/** What is done every hour and every day waits as long as it can be told to: a first anchor of a million tickets takes long. */
const maintenanceDelaySeconds = 3_600;
/** Nobody is refused; requests are fetched in the batches that everybody's are, so the cost is measured. */
export const limitlessFactor = '1000000';
/** Nothing else: a REDIS_URL or a namespace of somebody's would have the bench take their jobs. */
const passedOn = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'QUEUE_BACKEND'];

/** Starts the hotline as `npm start` does, on a database and queue of its own, and waits until it is ready. */
export async function startHotlineProcess(options: {
  guest: HotlineClient;
  dataDirectory: string;
  port: number;
  password: string;
  profile: string | undefined;
  preload?: string;
}): Promise<ChildProcess> {
  const { guest, dataDirectory, port, password, profile, preload } = options;
  const environment = Object.fromEntries(passedOn.map((name) => [name, process.env[name]]));
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const preloading = preload ? ['--require', preload] : [];
  const child = spawn(process.execPath, [...profiling, ...preloading, program], {
    env: {
      ...environment,
      DATA_DIR: dataDirectory,
      PORT: String(port),
      DEMO_PASSWORD: password,
      THROTTLE_FACTOR: limitlessFactor,
      MAINTENANCE_DELAY_SECONDS: String(maintenanceDelaySeconds),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = said.slice(-4_000) + chunk.toString()));
  const until = performance.now() + startingMs;
  while (child.exitCode === null && performance.now() < until) {
    if (await isReady(guest)) return child;
    await sleep(100);
  }
  await stopChild(child);
  throw new Error(`the hotline did not start:\n${said}`);
}

const isReady = (guest: HotlineClient): Promise<boolean> =>
  guest.get('/health/ready').then(
    (answer) => (answer as { status?: string }).status === 'ready',
    () => false,
  );
