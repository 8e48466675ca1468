import { signIn } from './desks';
import { withBrowser } from './with-browser';

// Sixty requests a minute without a session, and twelve to sign in, from one address; counted apart from other files'.
const house = withBrowser({ THROTTLE_FACTOR: '0.02', QUEUE_NAMESPACE: `browser_flooded_${process.pid}` });

it('lets people sign in from an address that asks too often without a session', async () => {
  const { url, password } = house.opened().hotline;
  const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
  const ask = async (): Promise<number> => (await fetch(`${url}/api/session`, { headers })).status;
  let status = await ask();
  for (let asked = 1; status !== 429 && asked < 200; asked += 1) status = await ask();
  expect(status).toBe(429);
  const desks = house.desks();
  const page = await desks.at('agent');
  await signIn(page, 'agent', password);
  await page.getByText('话务员', { exact: true }).first().waitFor();
  await desks.close();
});
