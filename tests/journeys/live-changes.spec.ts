import { connect, type Socket } from 'node:net';
import { changedChannel } from '#queue/relay';
import { MessageSending } from '#intake/messages/message-sending';
import { LiveChanges, streamsOfAccount } from '#platform/live-changes';
import type { HouseClient } from '#testing/house-client';
import { testPassword } from '#testing/test-accounts';
import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline();

/** What a page has heard on its stream, and whether that has ended. */
interface Heard {
  text: string;
  ended: boolean;
}

const pages: AbortController[] = [];
afterEach(() => pages.splice(0).forEach((page) => page.abort()));

/** Opens a page of this person's, which listens from when this answers. */
async function page({ token }: Pick<HouseClient, 'token'>): Promise<Heard> {
  const open = new AbortController();
  pages.push(open);
  const headers = { authorization: `Bearer ${token ?? ''}` };
  const { body } = await fetch(`${at.house.url}/api/events`, { headers, signal: open.signal });
  const heard = { text: '', ended: false };
  void hear(body as ReadableStream<Uint8Array>, heard);
  await hears(heard, ': open');
  return heard;
}

async function hear(body: ReadableStream<Uint8Array>, heard: Heard): Promise<void> {
  const words = new TextDecoder();
  try {
    for await (const chunk of body) heard.text += words.decode(chunk, { stream: true });
  } catch {
    // The page was closed.
  }
  heard.ended = true;
}

const turns = (is: () => boolean, missing: string) => until(() => Promise.resolve(is() ? '' : missing));
const hears = (heard: Heard, word: string) => turns(() => heard.text.includes(word), `a word of ${word}`);

describe('a page that listens', () => {
  it('hears of every ticket at the hotline, and at a department of its own tickets only', async () => {
    const agents = await page(await at.house.as('agent'));
    const urban = await page(await at.house.as('handler', 'urban'));
    const foreign = await at.people.register({ categoryCode: 'utility.water' });
    await hears(agents, foreign.id);
    const own = await at.people.register({ categoryCode: 'city.waste' });
    await Promise.all([hears(agents, own.id), hears(urban, own.id)]);
    expect(urban.text).not.toContain(foreign.id);
  });

  it('hears of messages that went out what it hears of their tickets', async () => {
    const told = ({ id }: { id: string }): string => `event: messages\ndata: {"ticketIds":["${id}"]}`;
    const send = () => at.house.app.get(MessageSending, { strict: false }).sendAll();
    await send();
    const [agents, urban] = [await page(await at.house.as('agent')), await page(await at.house.as('handler', 'urban'))];
    const foreign = await at.people.register({ categoryCode: 'utility.water', hold: true });
    await send();
    await hears(agents, told(foreign));
    const own = await at.people.bring('handling');
    await send();
    await Promise.all([hears(agents, told(own)), hears(urban, told(own))]);
    expect(urban.text).not.toContain(foreign.id);
  });

  it('hears ids and nothing else', async () => {
    const agents = await page(await at.house.as('agent'));
    const ticket = await at.people.register({ title: '路灯整夜不亮' });
    await hears(agents, ticket.id);
    expect(agents.text).not.toMatch(/路灯|138\d|张/);
  });

  it('hears no more once its caller has signed out', async () => {
    const body = { username: 'quality', password: testPassword };
    const leaving = await at.house.nobody().call('POST /api/session', { body });
    const [gone, staying] = [await page(leaving), await page(await at.house.as('agent'))];
    const headers = { authorization: `Bearer ${leaving.token}` };
    await at.house.nobody().send('/api/session', { method: 'DELETE', headers });
    await at.house.house.app.get(LiveChanges).beat();
    const ticket = await at.people.register();
    await turns(() => gone.ended, 'the end of the stream');
    await hears(staying, 'still here');
    await hears(staying, ticket.id);
    expect(staying.ended).toBe(false);
    expect(gone.text).not.toContain(ticket.id);
  });
});

describe('too many pages', () => {
  it('of one account take the oldest one’s place, which is told so, and nobody else’s', async () => {
    const [reviewer, other] = [await at.house.as('reviewer'), await page(await at.house.as('agent'))];
    const oldest = await page(reviewer);
    const next = await page(reviewer);
    for (let more = 2; more < streamsOfAccount; more += 1) await page(reviewer);
    expect(oldest.text).not.toContain('replaced');
    await page(reviewer);
    await turns(() => oldest.ended, 'the end of the oldest');
    expect(oldest.text).toContain('event: replaced');
    const ticket = await at.people.register();
    await Promise.all([hears(next, ticket.id), hears(other, ticket.id)]);
    expect(oldest.text).not.toContain(ticket.id);
  });
});

describe('a page that does not read', () => {
  /** A hundred changes of some 7,000 bytes each: PostgreSQL takes less than 8,000. */
  const flood = `SELECT pg_notify($1, 'r' || $2::text || '-' || n || '-' || repeat('x', 7000))
    FROM generate_series(1, 100) n`;
  /** Twenty megabytes, more than the machine's own buffers hold between the two. */
  const rounds = 30;

  /** A page that has asked and takes nothing. */
  async function sleepingPage(token: string): Promise<Socket> {
    const { hostname, port } = new URL(at.house.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(`GET /api/events HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    await new Promise((resolve) => socket.once('readable', resolve));
    return socket;
  }

  it('is dropped before it fills the memory, and the others hear on', async () => {
    const asleep = await sleepingPage((await at.house.as('agent')).token ?? '');
    const awake = await page(await at.house.as('reviewer'));
    for (let round = 0; round < rounds; round += 1) {
      await at.house.database.sql.query(flood, [changedChannel, round]);
      await hears(awake, `r${round}-100-`);
      awake.text = '';
    }
    asleep.resume();
    await turns(() => asleep.closed, 'the end of who did not read');
    const ticket = await at.people.register();
    await hears(awake, ticket.id);
  });
});
