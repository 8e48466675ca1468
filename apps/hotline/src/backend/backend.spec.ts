import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { startBackend } from './backend';

describe('what the services stand on', () => {
  let directory: TestDirectory;
  let environment: NodeJS.ProcessEnv;
  beforeEach(async () => {
    directory = await testDirectory();
    const { TEST_DATABASE_URL: DATABASE_URL, TEST_REDIS_URL: REDIS_URL } = process.env;
    environment = { DATA_DIR: join(directory.path, 'data'), DATABASE_URL, REDIS_URL };
  });
  afterEach(() => directory.remove());

  it('is the database and the queue that are given', async () => {
    const backend = await startBackend(environment);
    expect(backend.databaseUrl).toBe(environment.DATABASE_URL);
    expect(backend.queue).toMatchObject({ kind: 'redis', url: environment.REDIS_URL });
    expect(await backend.masterKey()).toHaveLength(32);
    await backend.stop();
  });

  it('keeps the queue in PostgreSQL where there is no Redis', async () => {
    const backend = await startBackend({ ...environment, REDIS_URL: '', PATH: '/nowhere' });
    expect(backend.queue).toMatchObject({ kind: 'postgres', url: environment.DATABASE_URL });
    await backend.stop();
  });

  it('gives the data directory back when it stops, when a part does not start, and when it is interrupted', async () => {
    const lock = join(String(environment.DATA_DIR), 'lock');
    const backend = await startBackend(environment);
    expect(existsSync(lock)).toBe(true);
    await backend.stop();
    expect(existsSync(lock)).toBe(false);
    await expect(startBackend({ ...environment, REDIS_URL: 'nonsense' })).rejects.toThrow('REDIS_URL is no Redis');
    await expect(startBackend(environment, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(existsSync(lock)).toBe(false);
  });

  it('says which queue it was asked for and cannot give', async () => {
    const asked = { ...environment, REDIS_URL: '', PATH: '/nowhere', QUEUE_BACKEND: 'redis' };
    await expect(startBackend(asked)).rejects.toThrow('QUEUE_BACKEND=redis, but no redis-server');
    await expect(startBackend({ ...environment, QUEUE_BACKEND: 'kafka' })).rejects.toThrow('QUEUE_BACKEND is "kafka"');
  });
});
