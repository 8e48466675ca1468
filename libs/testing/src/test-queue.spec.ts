import { Redis } from 'ioredis';
import { testQueue } from './test-queue';

it('removes the keys of one test file and leaves those of another', async () => {
  const [one, other] = [testQueue(''), testQueue('')];
  const [mine, theirs] = [`${one.connection.namespace}:a`, `${other.connection.namespace}:a`];
  const redis = new Redis(one.connection.url);
  await redis.mset(mine, '1', theirs, '1');
  await one.drop();
  expect(await redis.keys('test-*')).toEqual([theirs]);
  await other.drop();
  await redis.quit();
});
