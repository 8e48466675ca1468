import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../../apps/hotline/src/backend/find-program';
import { freePort } from '../../../apps/hotline/src/backend/free-port';
import { postgresAccount } from '../../../apps/hotline/src/backend/postgres-account';
import { initialise, SUPERUSER } from '../../../apps/hotline/src/backend/postgres-cluster';
import { postgresPrograms } from '../../../apps/hotline/src/backend/postgres-programs';
import { FAST_SHUTDOWN, launchPostgres } from '../../../apps/hotline/src/backend/postgres-server';
import { throwAwaySettings } from '../../../apps/hotline/src/backend/postgres-settings';
import { processIdentity } from '../../../apps/hotline/src/backend/process-identity';
import { launchRedis, REDIS_SHUTDOWN, redisUrl } from '../../../apps/hotline/src/backend/redis-server';
import { stopProcess, type StopStep } from '../../../apps/hotline/src/backend/stop-process';
import { OWNER_FILE, PLACE_PREFIX, removeOrphans } from './orphaned-test-servers';

/** A server started for the tests. */
export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own in a throw-away directory; nothing in it survives the run. */
export async function startTestPostgres(): Promise<TestServer> {
  const place = await makePlace();
  const account = postgresAccount();
  const programs = await postgresPrograms(account, join(tmpdir(), 'hotline-12345-programs'));
  const files = { programs, account, directory: join(place, 'postgres'), logFile: join(place, 'postgres.log') };
  const [port, password] = [await freePort(), secret()];
  await initialise(files, password, ['--no-sync']);
  const child = await launchPostgres(files, port, throwAwaySettings());
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    stop: () => stop(child.pid, FAST_SHUTDOWN, place),
  };
}

/** A redis-server (or valkey-server) of its own, without persistence. */
export async function startTestRedis(): Promise<TestServer> {
  const program = findProgram(['redis-server', 'valkey-server']);
  if (!program) throw new Error('The tests need redis-server or valkey-server on the PATH, or TEST_REDIS_URL.');
  const place = await makePlace();
  const files = { program, directory: join(place, 'redis'), logFile: join(place, 'redis.log') };
  await mkdir(files.directory);
  const server = { ...files, port: await freePort(), password: secret() };
  const child = await launchRedis(server, false);
  return { url: redisUrl(server), stop: () => stop(child.pid, REDIS_SHUTDOWN, place) };
}

/** A new directory the account `postgres` may enter, marked with our process so that a later run can tell an orphan. */
async function makePlace(): Promise<string> {
  await removeOrphans();
  const place = await mkdtemp(PLACE_PREFIX);
  await chmod(place, 0o711);
  await writeFile(join(place, OWNER_FILE), processIdentity(process.pid) ?? '');
  return place;
}

async function stop(pid: number | undefined, steps: readonly StopStep[], place: string): Promise<void> {
  if (pid !== undefined) await stopProcess(pid, steps);
  await rm(place, { recursive: true, force: true });
}

function secret(): string {
  return randomBytes(18).toString('hex');
}
