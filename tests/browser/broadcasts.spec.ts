import type { Page } from 'playwright-core';
import { api } from './api';
import { withBrowser } from './with-browser';

const house = withBrowser({ ISSUE_SECONDS: '0.2' });

const title = '滨江花园二期整夜停水';
const text = '因管网抢修停水，预计今晚二十二时恢复供水。';
const registration = (phone: string) => ({
  ...{ type: 'help', channel: 'phone', title, content: '从昨晚开始停水。', areaCode: 'east-1' },
  citizen: { name: '王小明', phone },
});
const banner = (page: Page) => page.getByRole('alert').filter({ hasText: '统一口径：停水答复' });

it('what many ask about is named, answered for all, and stands on a second screen within two seconds', async () => {
  const desks = house.desks();
  const [agent, dispatcher] = [await desks.of('agent'), await desks.of('dispatcher')];
  for (const phone of ['13800001111', '13800002222', '13800003333'])
    await api(agent, 'POST', '/api/tickets', registration(phone));
  await dispatcher.getByRole('menuitem', { name: '热点诉求' }).click();
  // The page listens: the issue comes by itself.
  await dispatcher.getByRole('link', { name: title }).click();
  await dispatcher.getByRole('button', { name: '命名' }).click();
  await dispatcher.getByRole('dialog').getByLabel('名称').fill('滨江花园停水');
  await dispatcher.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await dispatcher.getByRole('heading', { name: '滨江花园停水' }).waitFor();

  await dispatcher.getByRole('button', { name: '发布口径' }).click();
  const editor = dispatcher.getByRole('dialog');
  await editor.getByLabel('标题').fill('停水答复');
  await editor.getByLabel('答复口径').fill(text);
  const isShown = banner(agent).waitFor({ timeout: 2_000 });
  const isPublished = dispatcher.waitForResponse((answer) => answer.url().endsWith('/api/broadcasts'));
  const pressed = editor.getByRole('button', { name: '发布', exact: true }).click();
  await Promise.all([isShown, isPublished, pressed]);

  await banner(agent).getByRole('button', { name: '已阅' }).click();
  await banner(agent).waitFor({ state: 'detached' });

  await agent.getByLabel('标题').fill('滨江花园二期停水了');
  await agent.getByLabel('诉求内容').fill('从昨晚开始停水。');
  const fitting = agent.getByRole('region', { name: '统一答复口径' });
  await fitting.getByText('同一热点：滨江花园停水').waitFor();
  await fitting.getByRole('button', { name: '按此口径直接答复' }).click();
  await agent.getByLabel('答复内容').filter({ hasText: text }).waitFor();
  await agent.keyboard.press('Control+Enter');
  await agent.getByRole('heading', { name: '已登记' }).waitFor();
  const number = await agent.locator('.read-aloud').first().innerText();

  const [ticket] = (await api<{ items: { id: string }[] }>(agent, 'GET', `/api/tickets?number=${number}`)).items;
  await dispatcher.goto(new URL(`/app/tickets/${ticket?.id}`, dispatcher.url()).href);
  await dispatcher.getByRole('link', { name: '滨江花园停水' }).click();
  await dispatcher.getByText('4件').first().waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});
