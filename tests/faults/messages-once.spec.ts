import { setTimeout as pause } from 'node:timers/promises';
import type { RouteAnswer } from '#http-api/routes';
import { until } from '#testing/until';
import { flushQueue } from './support/flush-queue';
import { HotlineProcess, type Victim } from './support/hotline-process';
import { StubbornPeople } from './support/stubborn-people';
import { UnreliableGateway } from './support/unreliable-gateway';

type MessageView = RouteAnswer<'GET /api/messages'>['items'][number];

const journeys = 80;
const atOnce = 8;
/** Which part dies, and how long after the one before, in milliseconds. */
const deaths: readonly [Victim | 'queue', number][] = [
  ['hotline', 2_500],
  ['queue', 700],
  ['postgres', 1_900],
  ['hotline', 1_300],
  ['redis-server', 900],
  ['queue', 400],
  ['hotline', 2_100],
  ['postgres', 800],
  ['hotline', 700],
];

let hotline: HotlineProcess;
let gateway: UnreliableGateway;
let people: StubbornPeople;
beforeAll(async () => {
  [hotline, gateway] = [await HotlineProcess.begin(), await UnreliableGateway.open()];
  people = new StubbornPeople(hotline.url, HotlineProcess.password);
  await people.ask('admin', 'POST /api/message-settings/new-secret', { body: {} });
  const { version, hasSecret: _, changedAt: __, ...now } = await people.ask('admin', 'GET /api/message-settings', {});
  // It may be night where the test runs.
  const body = { ...now, quietFrom: '00:00', quietTo: '00:00', provider: 'webhook' as const, webhookUrl: gateway.url };
  await people.ask('admin', 'PUT /api/message-settings', { body, headers: { 'if-match': `"${version}"` } });
});
afterAll(async () => {
  await hotline.stop();
  await gateway.close();
});

async function everyMessage(): Promise<MessageView[]> {
  const all: MessageView[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await people.ask('agent', 'GET /api/messages', { query: { limit: 200, cursor } });
    all.push(...page.items);
    if (page.nextCursor === null) return all;
    cursor = page.nextCursor;
  }
}

/** What is under way when its process dies is taken up by the next one half a minute later. */
const nothingLeft = async (): Promise<string> => {
  const open = (await everyMessage()).filter(({ nextAt }) => nextAt !== null);
  await pause(500);
  return open.length === 0 ? '' : `${open.length} messages are still to be sent`;
};

describe('messages while everything is killed at random and the gateway takes what it likes', () => {
  it('all reach it, each under one key and in one wording, and none that nobody is due', async () => {
    let next = 0;
    const walker = async () => {
      while (next < journeys) await people.journey(String((next += 1)));
    };
    const killer = async () => {
      for (const [victim, afterMs] of deaths) {
        await pause(afterMs);
        await (victim === 'queue' ? flushQueue(hotline.dataDirectory).catch(() => undefined) : hotline.kill(victim));
      }
    };
    await Promise.all([...Array.from({ length: atOnce }, walker), killer()]);
    await until(nothingLeft, 180_000);
    const messages = await everyMessage();
    const due = new Map<string, number>();
    for (const { kind } of messages) due.set(kind, (due.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(due)).toEqual({ registered: journeys, dispatched: journeys, answered: journeys });
    expect(messages.filter(({ state }) => state === 'given-up' || state === 'failed')).toEqual([]);
    const keys = new Set(messages.map(({ id, sending }) => `${id}-${sending}`));
    expect([...gateway.taken.keys()].filter((key) => !keys.has(key))).toEqual([]);
    const unheard = messages.filter(({ id, state }) => state === 'sent' && !gateway.taken.has(`${id}-1`));
    expect(unheard).toEqual([]);
    // What was overtaken by the answer is no longer said; everything else is.
    const silent = messages.filter(({ state }) => state !== 'sent');
    expect(new Set(silent.map(({ kind }) => kind))).toEqual(new Set(silent.length > 0 ? ['dispatched'] : []));
    for (const bodies of gateway.taken.values()) expect(new Set(bodies).size).toBe(1);
    expect([...gateway.taken.values()].some(({ length }) => length > 1)).toBe(true);
  });
});
