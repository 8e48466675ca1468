import type { Page } from 'playwright-core';
import { chooseByName, openScreen as open, readAloud } from './desks';
import { withBrowser } from './with-browser';

const title = '滨河社区路灯连续三晚不亮';

const house = withBrowser();

/** The ticket in a desk's queue. */
const queued = (page: Page) => page.getByRole('region', { name: '待办列表' }).getByText(title);

/** The forms of the desk. */
const work = (page: Page) => page.getByRole('region', { name: '办理' });

const press = (page: Page, button: string) => work(page).getByRole('button', { name: button, exact: true }).click();
const answer = (page: Page, question: string | RegExp, said: string) =>
  work(page).getByLabel(question).getByText(said, { exact: true }).click();
const turnTo = (page: Page, move: string) => work(page).getByRole('tab', { name: move }).click();

/** Whose handler the ticket went to, by the department's name on the page. */
async function handlerOf(page: Page, department: string): Promise<string> {
  const answered = await page.request.get(new URL('/api/departments', page.url()).href);
  const { items } = (await answered.json()) as { items: { name: string; code: string }[] };
  return `handler-${items.find(({ name }) => name === department)?.code}`;
}

it('takes a ticket from the call to closed through the pages, and the report shows it', async () => {
  const desks = house.desks();
  const agent = await desks.of('agent');
  const number = await register(agent);
  const department = await dispatchedTo(agent);

  const handler = await desks.of(await handlerOf(agent, department));
  await handle(handler);

  const reviewer = await desks.of('reviewer');
  await queued(reviewer).click();
  await work(reviewer).getByText('路灯线路被挖断，已于当日接通。').waitFor();
  await press(reviewer, '审核通过');
  await queued(reviewer).waitFor({ state: 'detached' });

  const callback = await desks.of('callback');
  await rate(callback);

  await seesClosed(agent, number);
  await keepsWatermark(agent);
  await issuesCopy(agent);
  await seesInReport(await desks.of('manager'), department);
  await desks.close();
  expect(desks.faults()).toEqual([]);
});

/** Registers the call with the keyboard; answers the number that is read to the citizen. */
async function register(page: Page): Promise<string> {
  // The first field has the focus: the agent types the number while the citizen still speaks.
  await page.getByLabel('来电号码').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('13800001234');
  await page.getByLabel('姓名').fill('王小明');
  await page.getByLabel('标题').fill(title);
  await staysTyped(page);
  await page.getByLabel('诉求内容').fill('东城街道滨河社区主路一排路灯连续三晚不亮，老人晚上出门摔倒。');
  await chooseByName(page, '区域', '东城街道滨河社区');
  await chooseByName(page, '事项分类', '路灯与公共设施');
  await page.getByLabel('标题').press('Control+Enter');
  await page.getByText('已登记').waitFor();
  expect(await readAloud(page, '查询码')).toMatch(/\w{4,}/);
  return readAloud(page, '工单号');
}

/** Somebody looks something up in the middle of a call: what was typed is still there when they come back. */
async function staysTyped(page: Page): Promise<void> {
  await open(page, '工单查询');
  await page.getByRole('button', { name: '查询' }).waitFor();
  await page.goBack();
  await page.getByText('已恢复上次未提交的内容').waitFor();
  expect(await page.getByLabel('标题').inputValue()).toBe(title);
  expect(await page.getByLabel('姓名').inputValue()).toBe('王小明');
}

/** The page learns by itself that the ticket was dispatched. */
async function dispatchedTo(page: Page): Promise<string> {
  await page.getByRole('row', { name: '状态' }).getByText('待签收').waitFor();
  const row = await page.getByRole('row', { name: '承办单位' }).innerText();
  return row.replace(/承办单位\s*[:：]?\s*/, '').trim();
}

async function handle(page: Page): Promise<void> {
  await queued(page).click();
  await press(page, '签收');
  await queued(page).waitFor({ state: 'detached' });
  await page.getByTitle('办理中').click();
  await queued(page).click();
  await turnTo(page, '先行联系');
  await press(page, '先行联系');
  await work(page)
    .getByText(/联系 \d\d-\d\d/)
    .waitFor();
  await turnTo(page, '提交反馈');
  await answer(page, '事实认定', '属实');
  await answer(page, '诉求认定', '合理');
  await answer(page, '办理结果', '实际解决');
  await work(page).getByLabel('办理情况（内部）').fill('路灯线路被挖断，已于当日接通。');
  await work(page).getByLabel('答复内容（公开）').fill('您好，滨河社区路灯已恢复照明，感谢您的反映。');
  await press(page, '提交反馈');
  await queued(page).waitFor({ state: 'detached' });
}

async function rate(page: Page): Promise<void> {
  await queued(page).click();
  await answer(page, /是否联系过您/, '已联系');
  await answer(page, /问题是否解决/, '已解决');
  await answer(page, /对办理结果是否满意/, '满意');
  await press(page, '登记评价');
  await queued(page).waitFor({ state: 'detached' });
}

async function seesClosed(page: Page, number: string): Promise<void> {
  await page.getByLabel('按工单号打开').fill(number);
  await page.getByLabel('按工单号打开').press('Enter');
  await page.getByRole('heading', { name: title }).waitFor();
  await page.locator('.ticket-head').getByText('已办结').waitFor();
  await page.getByText('结果满意', { exact: true }).waitFor();
}

/** Who looks at the page stands over it, and is back at once when somebody takes it away. */
async function keepsWatermark(page: Page): Promise<void> {
  const mark = '.screen-watermark > div[style*="background-image: url("]';
  await page.locator(mark).waitFor();
  await page.evaluate(`document.querySelector('${mark}').remove()`);
  await page.locator(mark).waitFor();
}

/** For somebody outside: without the citizen, who stands in the draft as blanks, and recorded. */
async function issuesCopy(page: Page): Promise<void> {
  await page.getByRole('button', { name: '第三方副本' }).click();
  await page.getByLabel('诉求内容').fill('〔姓名〕反映滨河社区主路一排路灯连续三晚不亮。');
  await page.getByLabel('接收方').fill('路灯管理公司');
  await page.getByLabel('用途').fill('协调检修');
  await page.getByRole('button', { name: '出具副本' }).click();
  await page.getByText('第三方副本　不含诉求人信息').waitFor();
  await page.getByRole('link', { name: '返回工单详情' }).click();
  await page.getByText('接收方：路灯管理公司').waitFor();
}

/** Received, closed and satisfied, each with what it is made of, and the ticket behind the figure. */
async function seesInReport(page: Page, department: string): Promise<void> {
  await open(page, '统计报表');
  const row = page.getByRole('row', { name: department });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/100\.0%\s*1\/1/);
  await row.getByRole('button', { name: '1' }).first().click();
  await page.getByRole('dialog').getByText(title).waitFor();
}
