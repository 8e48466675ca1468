import type { Page } from 'playwright-core';
import { aPhotograph } from '#testing/files';
import { api } from './api';
import { watchFaults } from './browser';
import { chooseByName, readAloud } from './desks';
import { withBrowser } from './with-browser';

const house = withBrowser({ NUDGE_HOURS: '24' });
const phone = { width: 390, height: 844 };

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly trackingCode: string;
  readonly assignments: readonly { id: string }[];
}

const registration = {
  ...{ type: 'help', channel: 'phone', categoryCode: 'city.waste', title: '垃圾三天没有清运' },
  ...{ content: '垃圾三天没有清运，气味很大。', citizen: { name: '王小明', phone: '13800001234' } },
};
const reply = {
  ...{ factFinding: 'confirmed', demandFinding: 'reasonable', resolution: 'solved' },
  ...{ internalText: '已约谈清运公司负责人。', publicText: '您反映的垃圾已于今日清运完毕，今后每天清运一次。' },
};

/** The ticket once its state is this one. */
async function until(page: Page, id: string, state: string): Promise<Ticket> {
  for (;;) {
    const ticket = await api<Ticket>(page, 'GET', `/api/tickets/${id}`);
    if (ticket.state === state) return ticket;
  }
}

interface Phone {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Everything that the page loaded or asked. */
  readonly requests: readonly string[];
  /** Bytes of the files it loaded. */
  loaded(): number;
  close(): Promise<void>;
}

/** A citizen's telephone at the tracking page. */
async function aPhone(viewport = phone): Promise<Phone> {
  const { browser, hotline } = house.opened();
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = watchFaults(page, [400, 404, 409]);
  const requests: string[] = [];
  let bytes = 0;
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => {
    if (response.request().method() === 'GET') void response.body().then((body) => (bytes += body.length));
  });
  await page.goto(`${hotline.url}/track`);
  return { page, faults, requests, loaded: () => bytes, close: () => context.close() };
}

/** With the keyboard alone, as it is copied from a slip of paper. */
async function find(page: Page, number: string, code: string): Promise<void> {
  await page.getByLabel('工单编号').focus();
  for (const [typed, next] of [
    [number, 'Tab'],
    [code, 'Enter'],
  ] as const) {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(typed);
    await page.keyboard.press(next);
  }
}

/** Takes the call: the citizen forgot to say where. Answers what is read out: the code in groups. */
async function takeCall(page: Page): Promise<{ number: string; code: string }> {
  await page.getByLabel('来电号码').fill('13800001234');
  await page.getByLabel('姓名').fill('王小明');
  await page.getByLabel('标题').fill(registration.title);
  await page.getByLabel('诉求内容').fill(registration.content);
  await chooseByName(page, '事项分类', '垃圾清运');
  await page.getByLabel('标题').press('Control+Enter');
  await page.getByText('已登记').waitFor();
  return { number: await readAloud(page, '工单号'), code: await readAloud(page, '查询码') };
}

async function idOf(page: Page, number: string): Promise<string> {
  const { items } = await api<{ items: Ticket[] }>(page, 'POST', '/api/tickets/search', { number });
  return items[0]?.id ?? '';
}
const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
const told = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const standing = (page: Page, words: string) => page.getByRole('heading', { name: words, exact: true }).waitFor();

it('shows a citizen on a telephone how the ticket stands, takes what is missing, facts, a picture and a nudge, and the answer', async () => {
  const desks = house.desks();
  const agent = await desks.of('agent');
  const { number, code } = await takeCall(agent);
  const [id, trackingCode] = [await idOf(agent, number), code.replaceAll(' ', '')];
  const citizen = await aPhone();
  const { page } = citizen;
  expect(await page.getByText('正在打开').count()).toBe(0);

  const wrong = String((Number(number.at(-1)) + 1) % 10);
  await find(page, number.slice(0, -1) + wrong, trackingCode);
  await page.getByRole('alert').getByText('工单编号有误').waitFor();
  expect(citizen.requests.filter((url) => url.includes('/api/'))).toEqual([]);
  await find(page, number, '');
  await page.getByRole('alert').getByText('请填写查询码').waitFor();
  await page.locator('#code:focus[aria-invalid=true]').waitFor();
  await find(page, number, trackingCode.split('').reverse().join(''));
  await page.getByRole('alert').getByText('工单编号与查询码不符').waitFor();
  await find(page, `${number.slice(0, 8)} ${number.slice(8)}`, code.toLowerCase());

  await standing(page, '待您补充信息');
  await page.getByText(/我们承诺\d+月\d+日 18:00前答复您/).waitFor();
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('alert').getByText('请填写：事情发生在哪里').waitFor();
  await page.getByLabel('发生在哪里').fill('东城街道滨河社区三号楼前');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await told(page, '信息已提交');
  const { assignments } = await until(agent, id, 'dispatched');

  await page.getByLabel('补充情况').fill('今天早上更臭了，老鼠都来了。');
  await page.getByRole('button', { name: '提交补充' }).click();
  await told(page, '已收到您补充的情况');
  await page.getByText('老鼠都来了').waitFor();
  expect(await page.getByLabel('补充情况').inputValue()).toBe('');
  const picture = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await aPhotograph() };
  const note = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是图片') };
  await page.getByLabel('补充图片').setInputFiles([picture, note]);
  await page.getByText('这里只能上传图片').waitFor();
  const done = page.locator('.told');
  expect(await done.innerText()).toBe('');
  await page.getByText('现场.jpg').first().waitFor();
  await page.getByRole('button', { name: '不传了' }).click();
  await page.getByText('还可以补充 8 张').waitFor();
  await page.getByRole('button', { name: '提交补充' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: '催一催' }).click();
  await told(page, '已转告经办人员');
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: '提交补充' }).click();
  await page.getByRole('alert').waitFor();
  expect(await done.innerText()).toBe('');
  await page.getByText('以后可以再次催办').waitFor();

  const handler = await desks.of('handler-urban');
  await shownToDepartment(handler, id);
  await api(handler, 'POST', `/api/assignments/${assignments[0]?.id}/sign`, {});
  await api(handler, 'POST', `/api/assignments/${assignments[0]?.id}/reply`, reply);
  await page.getByRole('button', { name: '刷新进度' }).click();
  await standing(page, '答复审核中');
  expect(await page.getByText(reply.publicText).count()).toBe(0);
  const reviewer = await desks.of('reviewer');
  await api(reviewer, 'POST', `/api/tickets/${id}/approve`, {});
  await page.getByRole('button', { name: '刷新进度' }).click();
  await page.getByRole('article').getByText(reply.publicText).waitFor();
  await standing(page, '已答复，等待回访');
  await page.getByText(/承诺\d+月\d+日 18:00前答复，已按时答复/).waitFor();
  const shown = await page.locator('body').innerText();
  for (const hidden of [reply.internalText, '王小明', '13800001234', '演示']) expect(shown).not.toContain(hidden);
  expect(await isWide(page)).toBe(false);

  await page.getByRole('button', { name: '离开' }).click();
  await nothingTyped(page);
  await page.getByLabel('查询码').fill(code);
  await page.evaluate(`window.dispatchEvent(new Event('pagehide'))`);
  await nothingTyped(page);
  expect(citizen.requests.filter((url) => !url.startsWith(house.opened().hotline.url))).toEqual([]);
  expect(citizen.requests.filter((url) => url.includes(trackingCode) || url.includes(number))).toEqual([]);
  expect(citizen.loaded()).toBeLessThan(50_000);
  await citizen.close();
  await desks.close();
  expect([...desks.faults(), ...citizen.faults]).toEqual([]);
});

const nothingTyped = (page: Page) => page.waitForFunction(`document.querySelector('#code')?.value === ''`);

/** What the citizen added is marked as theirs, on the desk and on the ticket's page. */
async function shownToDepartment(handler: Page, id: string): Promise<void> {
  await handler.reload();
  await handler.getByRole('region', { name: '待办列表' }).getByText('催单1次').waitFor();
  await handler.goto(new URL(`/app/tickets/${id}`, handler.url()).href);
  const added = handler.getByRole('region', { name: '追加诉求' });
  await added.getByText('诉求人补充').waitFor();
  await added.getByText('老鼠都来了').waitFor();
  await handler.getByText('诉求人提供').waitFor();
}

it('lets a citizen withdraw after a second thought, and says in plain words who came too late', async () => {
  const desks = house.desks();
  const agent = await desks.of('agent');
  const { id, number, trackingCode } = await api<Ticket>(agent, 'POST', '/api/tickets', {
    ...registration,
    ...{ areaCode: 'east-1', hold: true },
  });
  const [citizen, other] = [await aPhone(), await aPhone({ width: 1440, height: 900 })];
  for (const { page } of [citizen, other]) await find(page, number, trackingCode);
  const { page } = citizen;
  await page.getByRole('button', { name: '撤回这件诉求' }).click();
  await page.getByRole('button', { name: '不撤回' }).click();
  await page.getByRole('button', { name: '撤回这件诉求' }).click();
  await page.locator('p:focus').getByText('撤回以后不再办理').waitFor();
  await page.getByLabel('撤回的原因').fill('已经自己解决了');
  await page.getByRole('button', { name: '确定撤回' }).click();
  await standing(page, '已撤回');
  await other.page.getByLabel('补充情况').fill('还是没有清运。');
  await other.page.getByRole('button', { name: '提交补充' }).click();
  await other.page.getByRole('alert').getByText('这件诉求已经撤回，不能再补充情况').waitFor();
  expect(await other.page.getByLabel('补充情况').inputValue()).toBe('还是没有清运。');
  expect(await isWide(other.page)).toBe(false);
  expect((await until(agent, id, 'withdrawn')).number).toBe(number);
  await Promise.all([citizen.close(), other.close()]);
  await desks.close();
  expect([...desks.faults(), ...citizen.faults, ...other.faults]).toEqual([]);
});
