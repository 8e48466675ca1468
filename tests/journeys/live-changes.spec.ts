import { LiveChanges } from '#platform/live-changes';
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
