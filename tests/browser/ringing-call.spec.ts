import type { Page } from 'playwright-core';
import { chooseByName } from './desks';
import { withBrowser } from './with-browser';

const house = withBrowser();

const title = '滨河社区电梯停运两天';
const extension = '8001';

/** The key of a call platform that the administrator lets in. */
async function aCallPlatform(admin: Page): Promise<string> {
  await admin.getByRole('menuitem', { name: '接入管理' }).click();
  await admin.getByRole('button', { name: '新增接入方' }).click();
  await admin.getByLabel('名称').fill('话务平台');
  await admin.getByLabel('来源').click();
  await admin.getByTitle('电话', { exact: true }).last().click();
  await admin.getByLabel('名称').press('Enter');
  const key = await admin.locator('.secret').innerText();
  await admin.getByRole('button', { name: '已交付，关闭' }).click();
  await admin.getByText('话务平台').waitFor();
  return /hotline_[\w-]+/.exec(key)?.[0] ?? '';
}

/** What the platform tells, as it does. */
async function tell(page: Page, key: string, event: object): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  const data = { at: new Date().toISOString(), extension, ...event };
  const answer = await page.request.post(new URL('/api/calls/events', page.url()).href, { headers, data });
  expect(answer.status()).toBe(204);
}

/** Sits down at the extension. */
async function sitDown(page: Page): Promise<void> {
  await page.locator('.ant-dropdown-trigger').last().click();
  await page.getByRole('menuitem', { name: '我的分机' }).click();
  await page.getByLabel('分机号').fill(extension);
  await page.getByLabel('分机号').press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

it('rings on the agent’s own screen, opens the form filled in, and keeps what was typed when the browser closes', async () => {
  const desks = house.desks();
  const key = await aCallPlatform(await desks.of('admin'));
  const agent = await desks.of('agent');
  await sitDown(agent);
  await agent.getByRole('menuitem', { name: '工单查询' }).click();
  await tell(agent, key, { callId: 'c-1', event: 'ringing', phone: '13800007777' });
  await agent.getByRole('alert').getByText('振铃中：138****7777').waitFor();
  await agent.keyboard.press('F2');
  await agent.getByText('本次来电由您登记').waitFor();
  expect(await agent.getByLabel('来电号码').inputValue()).toBe('13800007777');
  await agent.getByLabel('标题').fill(title);
  await agent.getByText('草稿已保存').waitFor();
  const url = agent.url();
  await agent.evaluate('localStorage.clear()');
  await agent.close();

  const again = await agent.context().newPage();
  await again.goto(url);
  await again.getByText('本次来电由您登记').waitFor();
  expect(await again.getByLabel('标题').inputValue()).toBe(title);
  expect(await again.getByLabel('来电号码').inputValue()).toBe('13800007777');
  await again.getByLabel('诉求内容').fill('三号楼电梯停运两天，老人下不了楼。');
  await chooseByName(again, '区域', '东城街道滨河社区');
  await again.getByLabel('标题').press('Control+Enter');
  await again.getByText('已登记').waitFor();
  await again.getByRole('menuitem', { name: '来电队列' }).click();
  await again.getByText('没有待接手的来电').waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});
