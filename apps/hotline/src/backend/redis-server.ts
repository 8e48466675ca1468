import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { belongsTo } from './belongs-to';
import { logSize, logTail } from './log-file';
import { isRunning, spawnServer } from './spawn-server';
import { stopProcess, type StopStep } from './stop-process';

/** On SIGTERM Redis finishes its append-only file and ends. */
export const REDIS_SHUTDOWN: readonly StopStep[] = [
  { signal: 'SIGTERM', patience: 10_000 },
  { signal: 'SIGKILL', patience: 2_000 },
];

/** Milliseconds: loading a large append-only file takes a while. */
const START_PATIENCE = 60_000;

/** A redis-server or valkey-server of our own. */
export interface RedisServer {
  /** Path of the program. */
  program: string;
  /** Where it keeps its configuration and append-only files. */
  directory: string;
  logFile: string;
  port: number;
  password: string;
}

/** The address for clients, password included. */
export function redisUrl({ port, password }: Pick<RedisServer, 'port' | 'password'>): string {
  return `redis://:${password}@127.0.0.1:${port}/0`;
}

/**
 * Starts the server and waits until it answers.
 * @param durable keep an append-only file, synced every second; false for throw-away servers of tests.
 * @throws Error with the last lines of the server's log when it does not come up.
 */
export async function launchRedis(server: RedisServer, durable: boolean): Promise<ChildProcess> {
  const { program, directory, logFile } = server;
  const config = join(directory, 'redis.conf');
  await writeFile(config, configuration(server, durable), { mode: 0o600 });
  const from = await logSize(logFile);
  const child = spawnServer({ program, flags: [config], directory, logFile });
  // Our own end must not wait for the server: stopping it is said, not implied.
  child.unref();
  if (await becomesReady(server, child)) return child;
  child.kill('SIGKILL');
  throw new Error(`${program} did not start: ${await logTail(logFile, from)}`);
}

async function becomesReady(server: RedisServer, child: ChildProcess): Promise<boolean> {
  const until = performance.now() + START_PATIENCE;
  while (isRunning(child) && performance.now() < until) {
    if (await answers(server)) return isRunning(child);
    await sleep(20);
  }
  return false;
}

function configuration(server: RedisServer, durable: boolean): string {
  const lines = {
    bind: '127.0.0.1',
    port: server.port,
    requirepass: server.password,
    'protected-mode': 'yes',
    daemonize: 'no',
    dir: JSON.stringify(server.directory),
    pidfile: JSON.stringify(pidFile(server.directory)),
    // A queue that evicts keys loses jobs without a word.
    'maxmemory-policy': 'noeviction',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'everysec',
    save: '""',
  };
  const text = Object.entries(lines).map(([name, value]) => `${name} ${value}\n`);
  return text.join('');
}

/** A bare socket on purpose: a client library would retry, reconnect and log while the server is only coming up. */
function answers({ port, password }: RedisServer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let answer = '';
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('error', () => undefined);
    socket.once('close', () => resolve(answer === '+OK\r\n+PONG\r\n'));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      if (answer.split('\r\n').length > 2) socket.destroy();
    });
    socket.write(`AUTH ${password}\r\nPING\r\n`);
  });
}

/** Stops the server that an earlier, killed run of ours left over this directory, and waits until it is gone. */
export async function stopOrphanedRedis(directory: string): Promise<void> {
  const pid = Number(await readFile(pidFile(directory), 'utf8').catch(() => ''));
  if (belongsTo(pid, directory)) await stopProcess(pid, REDIS_SHUTDOWN);
}

function pidFile(directory: string): string {
  return join(directory, 'redis.pid');
}
