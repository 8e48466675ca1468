import { Redis } from 'ioredis';
import { startTestRedis, type TestServer } from '#testing/test-servers';
import { examineDatabase } from './given-database';
import { examineRedis } from './given-redis';

const AT_ONCE = 0;

describe('a Redis given by REDIS_URL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestRedis();
  });
  afterAll(() => server.stop());

  it('is taken and named, without its password', async () => {
    const { host, password } = new URL(server.url);
    const description = await examineRedis(server.url, AT_ONCE);
    expect(description).toMatch(new RegExp(`^(Redis|Valkey) [0-9.]+ at ${host}$`));
    expect(description).not.toContain(password);
  });

  it('is refused when it may throw jobs away', async () => {
    const client = new Redis(server.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(examineRedis(server.url, AT_ONCE)).rejects.toThrow('maxmemory-policy allkeys-lru');
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    client.disconnect();
  });

  it('is refused when nothing answers, the password is wrong, or it is no Redis address', async () => {
    await expect(examineRedis('redis://127.0.0.1:1', AT_ONCE)).rejects.toThrow('no Redis answers at 127.0.0.1:1');
    const wrong = server.url.replace(/:[0-9a-f]+@/, ':wrong@');
    await expect(examineRedis(wrong, AT_ONCE)).rejects.toThrow('REDIS_URL: no Redis answers');
    await expect(examineRedis('localhost:6379')).rejects.toThrow('REDIS_URL is no Redis address');
  });
});

describe('a database given by DATABASE_URL', () => {
  it('is taken when it is new enough and stores UTF-8', async () => {
    await expect(examineDatabase(String(process.env.TEST_DATABASE_URL), AT_ONCE)).resolves.toBeUndefined();
  });

  it('is refused when nothing answers or it is no database address', async () => {
    await expect(examineDatabase('postgres://a:b@127.0.0.1:1/c', AT_ONCE)).rejects.toThrow(
      '127.0.0.1:1/c cannot be used',
    );
    await expect(examineDatabase('mysql://a:b@127.0.0.1/c')).rejects.toThrow('DATABASE_URL is no database address');
  });
});
