import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { Desks, signIn } from './desks';
import { startHotline, type RunningHotline } from './running-hotline';

let hotline: RunningHotline | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  // Sixty requests a minute without a session, and twelve to sign in, from one address; counted apart from other files'.
  hotline = await startHotline({ THROTTLE_FACTOR: '0.02', QUEUE_NAMESPACE: `browser_flooded_${process.pid}` });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await hotline?.stop();
});

it('lets people sign in from an address that asks too often without a session', async () => {
  if (!hotline || !browser) throw new Error('nothing was started');
  const { url, password } = hotline;
  const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
  const ask = async (): Promise<number> => (await fetch(`${url}/api/session`, { headers })).status;
  let status = await ask();
  for (let asked = 1; status !== 429 && asked < 200; asked += 1) status = await ask();
  expect(status).toBe(429);
  const desks = new Desks(browser, hotline);
  const page = await desks.at('agent');
  await signIn(page, 'agent', password);
  await page.getByText('话务员', { exact: true }).first().waitFor();
  await desks.close();
});
