import { testQueue } from '#testing/test-queue';
import { Queues, type QueueConnection } from '#queue/queue-connection';
import { grantOf, RequestCounts } from './request-counts';

const opened: Queues[] = [];
const queue = testQueue('');
afterAll(async () => {
  await Promise.all(opened.map((queues) => queues.close()));
  await queue.drop();
});

/** What one process of the house counts with. */
async function countsOf(connection: QueueConnection): Promise<RequestCounts> {
  const queues = new Queues(connection);
  opened.push(queues);
  const counts = new RequestCounts(queues);
  await counts.onApplicationBootstrap();
  return counts;
}

const grants = async (fetch: ReturnType<RequestCounts['of']>, who: string, requests: number): Promise<number> =>
  (await fetch(who, requests)).granted;

describe('requests', () => {
  it('are counted together by processes on one Redis, each account by itself', async () => {
    const one = (await countsOf(queue.connection)).of('search', 20);
    const other = (await countsOf(queue.connection)).of('search', 20);
    expect([await grants(one, 'li', 8), await grants(other, 'li', 8), await grants(one, 'li', 8)]).toEqual([8, 8, 4]);
    expect([await grants(other, 'li', 8), await grants(other, 'wang', 8)]).toEqual([0, 8]);
  });

  it('of one class say nothing of another', async () => {
    const counts = await countsOf(queue.connection);
    await grants(counts.of('report', 1), 'li', 1);
    expect(await grants(counts.of('reveal', 1), 'li', 1)).toBe(1);
  });

  it('are counted until the time of their class is over', async () => {
    const fetch = (await countsOf(queue.connection)).of('reveal', 5);
    const { endsInMs } = await fetch('zhao', 1);
    expect(endsInMs).toBeGreaterThan(3_590_000);
    expect(endsInMs).toBeLessThanOrEqual(3_600_000);
  });

  it.each<[string, QueueConnection]>([
    ['Redis is away', { kind: 'redis', url: 'redis://127.0.0.1:1', namespace: 'nowhere' }],
    ['there is none', { kind: 'postgres', url: 'postgres://127.0.0.1:1/nowhere', namespace: 'nowhere' }],
  ])('are counted by the process itself where %s', async (_, connection) => {
    const fetch = (await countsOf(connection)).of('public', 3);
    expect([await grants(fetch, 'li', 2), await grants(fetch, 'li', 2), await grants(fetch, 'li', 2)]).toEqual([
      2, 1, 0,
    ]);
    expect((await fetch('li', 1)).endsInMs).toBeGreaterThan(50_000);
  });
});

describe('what a count grants', () => {
  it.each([
    [8, 8, 100, 8],
    [100, 8, 100, 8],
    [104, 8, 100, 4],
    [108, 8, 100, 0],
    [500, 8, 100, 0],
  ])('at %i after %i more of %i is %i', (counted, requests, allowance, granted) => {
    expect(grantOf(counted, requests, allowance)).toBe(granted);
  });
});
