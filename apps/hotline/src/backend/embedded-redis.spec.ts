import { Redis } from 'ioredis';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { startEmbeddedRedis } from './embedded-redis';
import { processIdentity } from './process-identity';
import { launchRedis } from './redis-server';
import { retryUntil } from './retry-until';

const PATIENCE = 30_000;

describe('the Redis of this machine', () => {
  let directory: TestDirectory;
  beforeAll(async () => {
    directory = await testDirectory();
  });
  afterAll(() => directory.remove());

  it('keeps jobs: nothing evicted, written to a file, behind a password', async () => {
    const redis = await started();
    expect(await ask(redis.url, (client) => client.config('GET', 'maxmemory-policy'))).toContain('noeviction');
    expect(await ask(redis.url, (client) => client.config('GET', 'appendonly'))).toContain('yes');
    await expect(ask(redis.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), (client) => client.ping())).rejects.toThrow();
    expect((await stat(join(directory.path, 'redis', 'redis.conf'))).mode & 0o777).toBe(0o600);
    await redis.stop();
  });

  it('comes back by itself with its jobs when it is killed', async () => {
    const redis = await started();
    await ask(redis.url, (client) => client.set('kept', '1'));
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    process.kill(await pid(), 'SIGKILL');
    await retryUntil(PATIENCE, async () => expect(await ask(redis.url, (client) => client.get('kept'))).toBe('1'));
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('ended unasked (SIGKILL); it is started again.'));
    warned.mockRestore();
    await redis.stop();
  });

  it('is stopped and started again when a killed run left it behind', async () => {
    const access = JSON.parse(await readFile(join(directory.path, 'redis.json'), 'utf8')) as {
      port: number;
      password: string;
    };
    const place = { directory: join(directory.path, 'redis'), logFile: join(directory.path, 'redis.log') };
    const leftBehind = await launchRedis({ program: 'redis-server', ...place, ...access }, true);
    const redis = await started();
    expect(processIdentity(Number(leftBehind.pid))).toBeUndefined();
    await redis.stop();
  });

  it('is nothing where neither redis-server nor valkey-server is on the PATH', async () => {
    expect(await startEmbeddedRedis({ PATH: '/nowhere' }, directory.path)).toBeUndefined();
  });

  async function started() {
    const redis = await startEmbeddedRedis(process.env, directory.path);
    if (!redis) throw new Error('no redis-server on the PATH');
    return redis;
  }

  async function pid(): Promise<number> {
    return Number(await readFile(join(directory.path, 'redis', 'redis.pid'), 'utf8'));
  }
});

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await question(client);
  } finally {
    client.disconnect();
  }
}
