import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { Desks } from './desks';
import { startHotline, type RunningHotline } from './running-hotline';

let hotline: RunningHotline | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  hotline = await startHotline();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await hotline?.stop();
});

const open = (page: Page, screen: string) => page.getByRole('menuitem', { name: screen }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const keyIn = async (page: Page): Promise<string> =>
  (/[\w-]{40,}/.exec(await page.locator('.secret').innerText()) ?? [''])[0];

/** A superior's system, with a key and a secret to sign by, and nobody who listens. */
async function aSuperior(admin: Page): Promise<string> {
  await open(admin, '接入管理');
  await admin.getByRole('button', { name: '新增接入方' }).click();
  await admin.getByLabel('名称').fill('市热线平台');
  await admin.getByLabel('来源').fill('上级');
  await admin.getByTitle('上级派发', { exact: true }).last().click();
  await admin.getByLabel('系统代号').fill('city-12345');
  await admin.getByLabel('回传地址').fill('http://127.0.0.1:65009/feedback');
  await admin.getByLabel('名称').press('Enter');
  const key = await keyIn(admin);
  await admin.getByRole('button', { name: '已交付，关闭' }).click();
  await admin.getByRole('button', { name: '签名密钥' }).click();
  await admin.getByRole('button', { name: '生成签名密钥' }).click();
  expect(await keyIn(admin)).toMatch(/^[\w-]{40,}$/);
  await admin.getByRole('button', { name: '已交付，关闭' }).click();
  return key;
}

async function says(page: Page, key: string, path: string, data: object): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await page.request.post(new URL(path, page.url()).href, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
}

it('shows what a superior is owed and where a day differs, and counts the households that were visited', async () => {
  if (!browser || !hotline) throw new Error('nothing was started');
  const desks = new Desks(browser, hotline);
  const admin = await desks.of('admin');
  const key = await aSuperior(admin);
  const matter = { content: '垃圾三天没有清运', categoryCode: 'city.waste', areaCode: 'east-1' };
  await says(admin, key, '/api/channels/superior/tickets', { messageId: 'm-1', upstreamNumber: 'S-1', ...matter });
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await says(admin, key, '/api/transfers/reconciliations', { day, tickets: [{ upstreamNumber: 'S-2' }] });

  await admin.getByRole('button', { name: '进展回传' }).click();
  await dialog(admin).getByText('S-1').waitFor();
  await dialog(admin).getByText('无法连接对方').waitFor();
  await admin.keyboard.press('Escape');

  const dispatcher = await desks.of('dispatcher');
  await open(dispatcher, '对账');
  await dispatcher.getByText('2件不一致').waitFor();
  await dispatcher.getByRole('button', { name: '查看差异' }).click();
  await dialog(dispatcher).getByText('对方已发，本方未收到').waitFor();
  await dialog(dispatcher).getByText('本方已收，对方未列出').waitFor();
  await dialog(dispatcher).getByRole('button', { name: '重新比对' }).click();
  await dialog(dispatcher).waitFor({ state: 'detached' });

  await visits(await desks.of('agent'));
  const manager = await desks.of('manager');
  await open(manager, '统计报表');
  await manager.getByLabel('报表').click();
  await manager.getByTitle('走访情况', { exact: true }).last().click();
  await manager.getByText('滨河社区第一走访组').first().waitFor();
  await manager.getByText('走访诉求解决率').first().waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});

async function visits(agent: Page): Promise<void> {
  await open(agent, '走访记录');
  await agent.getByRole('button', { name: '登记走访' }).click();
  await agent.getByLabel('走访队伍').fill('滨河社区第一走访组');
  await agent.getByLabel('走访户').fill('三号楼2单元501');
  const now = new Date(Date.now() + 8 * 3_600_000 - 60_000).toISOString();
  await agent.getByLabel('走访时间').fill(`${now.slice(0, 10)} ${now.slice(11, 16)}`);
  await agent.getByLabel('走访时间').press('Enter');
  await dialog(agent).getByRole('button', { name: '登记' }).click();
  await agent.getByText('三号楼2单元501').waitFor();
}
