import type { Page } from 'playwright-core';
import type { SignOffKind } from '#ticket/sign-off';
import { clientOf } from './client-of';
import { chooseByName, openScreen as open, signIn } from './desks';
import { dispatched } from './dispatched';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

async function departmentId(code: string): Promise<string> {
  const { items } = await (await clientOf(house.hotline(), 'agent')).call('GET /api/departments');
  return items.find((each) => each.code === code)?.id ?? '';
}

const title = '路口信号灯与停车秩序混乱';

const queue = (page: Page) => page.getByRole('region', { name: '待办列表' });
/** The forms of the desk; those of other tabs stand behind. */
const work = (page: Page) => page.getByRole('region', { name: '办理' });
const form = (page: Page) => work(page).getByRole('tabpanel');
const turnTo = (page: Page, move: string) => work(page).getByRole('tab', { name: move, exact: true }).click();
const send = (page: Page, button: string) => form(page).getByRole('button', { name: button, exact: true }).click();

/** The heads of a department sign these from now on. */
async function signsOff(code: string, ...kinds: SignOffKind[]): Promise<void> {
  const params = { id: await departmentId(code) };
  await (
    await clientOf(house.hotline(), 'admin')
  ).call('PATCH /api/departments/:id', {
    params,
    body: { signsOff: kinds },
  });
}

/** Somebody who heads a department, at a desk of their own. */
async function headOf(code: string): Promise<Page> {
  const username = `head-${code}`;
  const admin = await clientOf(house.hotline(), 'admin');
  const added = await admin.call('POST /api/users', {
    body: { username, name: '陈局长', roles: ['department-head'], departmentId: await departmentId(code) },
  });
  const password = added.password ?? '';
  const page = await house.desks().at(username);
  await signIn(page, username, password);
  const own = '一句只有局长才知道的话：绿灯行';
  await page.getByLabel('初始密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(own);
  await page.getByLabel('再填一次新密码').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('menu').waitFor();
  return page;
}

/** Opens the ticket on the desk, among the parts in this state. */
async function turnToDesk(page: Page, state: string): Promise<void> {
  await open(page, '单位办理');
  await page.locator('.ant-segmented-item', { hasText: state }).click();
  await queue(page).getByText(title).click();
}

async function answer(page: Page, move: string, publicText: string): Promise<void> {
  await turnTo(page, move);
  for (const [question, said] of [
    ['事实认定', '属实'],
    ['诉求认定', '合理'],
    ['办理结果', '实际解决'],
  ] as const) {
    await form(page).getByLabel(question).getByText(said, { exact: true }).click();
  }
  await form(page).getByLabel('办理情况（内部）').fill('已派员到场，重新配时并施划禁停线。');
  await form(page).getByLabel('答复内容（公开）').fill(publicText);
  await form(page).getByRole('list', { name: '答复预检' }).getByText('没有留下联系人或联系电话').waitFor();
  await picture(page, 'reply-check');
  await send(page, move);
}

it('hands a part on to a unit below, which answers to its department, and puts the answer before the head', async () => {
  await signsOff('police', 'reply');
  const { number } = await dispatched(house.hotline(), title, 'police');
  const police = await house.desks().of('handler-police');
  await turnToDesk(police, '待签收');
  await send(police, '签收');
  await turnToDesk(police, '办理中');
  await turnTo(police, '转下级办理');
  await form(police)
    .getByText(/本单位仍负责答复和时限/)
    .waitFor();
  await chooseByName(police, '下级单位', '公安局交通巡逻警察支队');
  await form(police).getByLabel('转办意见').fill('请辖区中队核实后反馈');
  await picture(police, 'sub-dispatch', phone);
  await send(police, '转下级办理');
  await queue(police).getByText('下级1家未反馈').waitFor();

  const unit = await house.desks().of('handler-traffic-police');
  await turnToDesk(unit, '待签收');
  await queue(unit).getByText('公安局转办').waitFor();
  await send(unit, '签收');
  await turnToDesk(unit, '办理中');
  await picture(unit, 'unit-desk', phone);
  // Its own part on paper, and nobody else's.
  const [sheet] = await Promise.all([unit.waitForEvent('download'), unit.getByRole('link', { name: 'PDF' }).click()]);
  expect(sheet.suggestedFilename()).toBe(`${number} 承办单.pdf`);
  await answer(unit, '反馈上级单位', '您好，路口信号已重新配时，禁停线已施划。');
  await queue(unit).getByText(title).waitFor({ state: 'detached' });

  await queue(police).getByText('下级1家已反馈').waitFor();
  await answer(police, '提交反馈', '您好，路口信号已重新配时。');
  await queue(police).getByText(title).waitFor({ state: 'detached' });
  await open(police, '承办台账');
  const ledgerRow = police.getByRole('row').filter({ hasText: number });
  await ledgerRow.filter({ hasText: '主办' }).getByText('未到期').waitFor();
  await ledgerRow.filter({ hasText: '下级' }).getByText('公安局交通巡逻警察支队').waitFor();
  await picture(police, 'ledger', phone);
  await turnToDesk(police, '待签发');

  const head = await headOf('police');
  await head.getByTitle('有待签发的事项').waitFor();
  await open(head, '签发');
  await head.getByText('反馈送签').first().waitFor();
  await picture(head, 'sign-offs', phone);
  await work(head).getByRole('list', { name: '答复预检' }).getByText('没有写明何时办理、何时办结').waitFor();
  await form(head).getByText('不予签发', { exact: true }).click();
  await form(head).getByLabel('不予签发的理由').fill('未写明何时施划禁停线');
  await send(head, '签发');
  await head.getByText('没有待签发的事项').waitFor();
  await head.getByText('不予签发', { exact: true }).click();
  await work(head).getByText('未写明何时施划禁停线').waitFor();

  await turnToDesk(police, '办理中');
  await work(police).getByText('未写明何时施划禁停线').waitFor();
  await answer(police, '提交反馈', '您好，路口信号已于11月20日重新配时，禁停线已于21日施划。');
  await head.locator('.ant-segmented-item', { hasText: '待签发' }).click();
  await queue(head).getByText(number).click();
  await send(head, '签发');
  await head.getByText('没有待签发的事项').waitFor();
  await head.getByText('已签发', { exact: true }).click();
  await queue(head).getByText(number).click();
  await picture(head, 'signed-off');

  const reviewer = await house.desks().of('reviewer');
  await open(reviewer, '反馈审核');
  await reviewer.getByText(title).first().waitFor();
  await work(reviewer).getByRole('list', { name: '答复预检' }).getByText('没有留下联系人或联系电话').waitFor();
  await picture(reviewer, 'review-with-findings');
});
