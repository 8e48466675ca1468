import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '#hotline/backend/free-port';
import { OpenIdProvider } from '#testing/openid-provider';
import { launchBrowser, watchFaults } from './browser';
import { clientOf } from './client-of';
import { startHotline, type RunningHotline } from './running-hotline';

const stands = {} as { provider: OpenIdProvider; hotline: RunningHotline; browser: Browser };

/** A browser decides for itself which cookies it sends along when another site sends it here: so the provider is one. */
beforeAll(async () => {
  const port = await freePort();
  stands.provider = await OpenIdProvider.start(`http://127.0.0.1:${port}/api/session/oidc/callback`, 'localhost');
  stands.hotline = await startHotline({ PORT: String(port), ...stands.provider.environment() });
  stands.browser = await launchBrowser();
  await link('agent', 'agent-1');
});

afterAll(async () => {
  const { browser, hotline, provider } = stands as Partial<typeof stands>;
  await browser?.close();
  await hotline?.stop();
  await provider?.stop();
});

async function link(username: string, sub: string): Promise<void> {
  const admin = await clientOf(stands.hotline, 'admin');
  const { items } = await admin.call('GET /api/users', { query: { q: username } });
  const params = { id: items.find((user) => user.username === username)?.id ?? '' };
  const externalSubject = `${stands.provider.issuer} ${sub}`;
  await admin.call('PATCH /api/users/:id', { params, body: { externalSubject } });
}

/** Somebody at a window of their own. */
async function someone(): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await stands.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return { page, context, faults: watchFaults(page) };
}

async function tellProvider(page: Page, sub: string): Promise<void> {
  await page.locator('[name=subject]').fill(sub);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

it('signs in at another site and is back on the page that was asked for', async () => {
  const { page, context, faults } = await someone();
  await page.goto(`${stands.hotline.url}/app/tickets`);
  await page.getByRole('link', { name: '区统一认证' }).click();
  await tellProvider(page, 'agent-1');
  await page.getByRole('menu').waitFor();
  expect(page.url()).toBe(`${stands.hotline.url}/app/tickets`);
  expect(faults).toEqual([]);
  await context.close();
});

it('is told why the provider’s word lets nobody in', async () => {
  const { page, context, faults } = await someone();
  await page.goto(stands.hotline.url);
  await page.getByRole('link', { name: '区统一认证' }).click();
  await tellProvider(page, 'stranger');
  await page.getByText('没有对应的账号，请联系系统管理员').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('finds what was typed when the session had run out', async () => {
  const { page, context, faults } = await someone();
  await page.goto(`${stands.hotline.url}/app/register`);
  await page.getByRole('link', { name: '区统一认证' }).click();
  await tellProvider(page, 'agent-1');
  await page.getByLabel('标题', { exact: true }).fill('路灯不亮');
  await context.clearCookies({ name: 'hotline_session' });
  await page.getByRole('menuitem', { name: '工单查询' }).click();
  const [window] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: '区统一认证' }).click(),
  ]);
  await tellProvider(window, 'agent-1');
  await window.getByRole('menu').waitFor();
  // What a browser says of a page that is looked at again; without a screen all pages are.
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await page.getByRole('menuitem', { name: '来电登记' }).click();
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe('路灯不亮');
  expect(faults).toEqual([]);
  await context.close();
});
