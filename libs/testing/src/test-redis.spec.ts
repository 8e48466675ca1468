import { Redis } from 'ioredis';
import { testQueue } from './test-redis';

it('removes the keys of one test file and leaves those of another', async () => {
  const [one, other] = await Promise.all([testQueue(), testQueue()]);
  const redis = new Redis(one.url);
  await redis.mset(`${one.prefix}:a`, '1', `${other.prefix}:a`, '1');
  await one.drop();
  expect(await redis.keys('test-*')).toEqual([`${other.prefix}:a`]);
  await other.drop();
  await redis.quit();
});
