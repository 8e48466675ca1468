import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds: loading a large append-only file after a crash takes a while. */
const START_PATIENCE = 60_000;

/** A redis-server or valkey-server of our own. */
export interface RedisServer {
  /** Path of the program. */
  program: string;
  /** Where it keeps its configuration, log and append-only files. */
  directory: string;
  port: number;
  password: string;
}

/**
 * Starts the server and waits until it answers.
 * It runs in a session of its own, so a Ctrl-C at the terminal does not reach it: the order of stopping is ours.
 * @param durable keep an append-only file, written every second; false for throw-away servers of tests.
 */
export async function launchRedis(server: RedisServer, durable: boolean): Promise<ChildProcess> {
  const config = join(server.directory, 'redis.conf');
  await writeFile(config, configuration(server, durable), { mode: 0o600 });
  const log = openSync(logFile(server), 'a', 0o600);
  const child = spawn(server.program, [config], { cwd: server.directory, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.once('error', () => undefined);
  child.unref();
  const until = performance.now() + START_PATIENCE;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined && performance.now() < until) {
    if ((await askRedis(server, 'PING')) === '+PONG') return child;
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`${server.program} did not start: ${await logTail(server)}`);
}

function configuration(server: RedisServer, durable: boolean): string {
  const lines = {
    bind: '127.0.0.1',
    port: server.port,
    requirepass: server.password,
    'protected-mode': 'yes',
    daemonize: 'no',
    dir: JSON.stringify(server.directory),
    pidfile: JSON.stringify(pidFile(server)),
    // A queue that evicts keys loses jobs without a word.
    'maxmemory-policy': 'noeviction',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'everysec',
    save: '""',
  };
  return Object.entries(lines).map(([name, value]) => `${name} ${value}\n`).join('');
}

/** Where the server writes its process number. */
export function pidFile(server: Pick<RedisServer, 'directory'>): string {
  return join(server.directory, 'redis.pid');
}

/** The address for clients, password included. */
export function redisUrl(server: RedisServer): string {
  return `redis://:${server.password}@127.0.0.1:${server.port}/0`;
}

/**
 * Says one command to the server and returns the first line of the answer, undefined when nothing answers in 1 s.
 * A bare socket on purpose: a client library would retry, reconnect and log while the server is only coming up.
 */
export function askRedis(server: Pick<RedisServer, 'port' | 'password'>, command: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    let answer = '';
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('error', () => undefined);
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      if (answer.split('\r\n').length > 2) socket.destroy();
    });
    socket.once('close', () => resolve(answer.split('\r\n')[1]));
    socket.write(`AUTH ${server.password}\r\n${command}\r\n`);
  });
}

function logFile(server: RedisServer): string {
  return join(server.directory, 'redis.log');
}

async function logTail(server: RedisServer): Promise<string> {
  const text = await readFile(logFile(server), 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-3).join(' | ');
}
