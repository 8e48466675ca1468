import type { Page } from 'playwright-core';
import { ListeningSystem } from '#testing/listening-system';
import { goodReply } from '#testing/people';
import { until } from '#testing/until';
import { answered } from './answered';
import { watchFaults } from './browser';
import { clientOf } from './client-of';
import { phone, picture } from './picture';
import { withBrowser } from './with-browser';

const house = withBrowser({ MESSAGE_SECONDS: '0.2' });

let gateway: ListeningSystem;
/** Messages leave by a gateway, also at night: the test may run then. */
beforeAll(async () => {
  gateway = await ListeningSystem.open();
  const { hotline } = house.opened();
  const admin = await clientOf(hotline, 'admin');
  await admin.call('POST /api/message-settings/new-secret', { body: {} });
  const { version, hasSecret: _, changedAt: __, ...now } = await admin.call('GET /api/message-settings');
  const sent = { provider: 'webhook', webhookUrl: gateway.url, ratingUrl: `${hotline.url}/s` } as const;
  const body = { ...now, ...sent, quietFrom: '00:00', quietTo: '00:00' };
  await admin.call('PUT /api/message-settings', { body, headers: { 'if-match': `"${version}"` } });
});
afterAll(() => gateway.close());

/** The link in the message that told the citizen of the answer. */
async function linkSentAbout({ number }: { number: string }): Promise<string> {
  const linkIn = ({ body }: { body: unknown }): string | undefined => {
    const { text } = body as { text: string };
    return text.includes(number) ? /(http:\S+\/s\/\S+)/.exec(text)?.[1] : undefined;
  };
  const links = () => gateway.told.flatMap((each) => linkIn(each) ?? []);
  await until(() => Promise.resolve(links().length === 0 ? 'a message with a link' : ''));
  return links()[0] ?? '';
}

interface Phone {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly requests: readonly { url: string; referer: string | undefined }[];
  close(): Promise<void>;
}

async function aPhoneAt(link: string): Promise<Phone> {
  const { browser } = house.opened();
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = watchFaults(page, [400, 404, 410]);
  const requests: { url: string; referer: string | undefined }[] = [];
  page.on('request', (request) => requests.push({ url: request.url(), referer: request.headers().referer }));
  await page.goto(link);
  return { page, faults, requests, close: () => context.close() };
}

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
const tap = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByText(answer, { exact: true }).tap();

it('asks a citizen on a telephone the three questions by the link of a message, and takes one answer', async () => {
  const { hotline } = house.opened();
  const ticket = await answered(hotline, '垃圾三天没有清运');
  const link = await linkSentAbout(ticket);
  const citizen = await aPhoneAt(link);
  const { page } = citizen;

  await page.getByText(goodReply.publicText).waitFor();
  await page.getByRole('heading', { name: '垃圾三天没有清运' }).waitFor();
  await picture(page, 'survey-open', phone);
  const supervisor = await clientOf(hotline, 'supervisor');
  const stateNow = async () => (await supervisor.call('GET /api/tickets/:id', { params: { id: ticket.id } })).state;
  expect(await stateNow()).toBe('callback');

  await tap(page, '办理时有没有联系过您？', '已联系');
  await page.getByRole('button', { name: '提交评价' }).tap();
  await page.getByRole('alert').getByText('还有一题没有选').waitFor();
  await page.locator('#solved input:focus').waitFor();
  await tap(page, '您反映的问题解决了吗？', '已解决');
  await tap(page, '您对办理结果满意吗？', '基本满意');
  const height = async (tile: string) => (await page.getByText(tile, { exact: true }).first().boundingBox())?.height;
  expect(await height('基本满意')).toBeGreaterThanOrEqual(48);
  await page.getByText('还想多说几句').tap();
  await page.getByLabel('您的意见').fill('清运很快，希望以后每天都来。');
  await picture(page, 'survey-answered', phone);
  await page.getByRole('button', { name: '提交评价' }).tap();
  await page.getByRole('status').getByText('已收到您的评价').waitFor();
  expect(await page.getByRole('button', { name: '提交评价' }).count()).toBe(0);
  expect(await stateNow()).toBe('closed');

  await page.reload();
  await page.getByRole('status').getByText('已收到您的评价').waitFor();
  await picture(page, 'survey-thanks', phone);
  expect(await isWide(page)).toBe(false);
  const token = link.split('/').at(-1) ?? '';
  expect(citizen.requests.filter(({ referer }) => referer?.includes(token))).toEqual([]);
  expect(citizen.requests.filter(({ url }) => !url.startsWith(hotline.url))).toEqual([]);
  await citizen.close();
  expect(citizen.faults).toEqual([]);
});

it('says in plain words that a link leads nowhere, and keeps the page out of caches', async () => {
  const citizen = await aPhoneAt(`${house.opened().hotline.url}/s/${'A'.repeat(22)}`);
  await citizen.page.getByRole('alert').getByText('没有这个评价链接').waitFor();
  const answer = await citizen.page.request.get(citizen.page.url());
  expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(answer.headers()['content-security-policy']).toContain(`default-src 'none'`);
  await citizen.close();
  expect(citizen.faults).toEqual([]);
});
