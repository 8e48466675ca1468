import type { Page } from 'playwright-core';
import { dialogOn, openScreen as open, pressIn } from './desks';
import { dispatched } from './dispatched';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

const queue = (page: Page) => page.getByRole('region', { name: '待办列表' });
const turnTo = (page: Page, state: string) => page.locator('.ant-segmented-item', { hasText: state }).click();
const choose = (page: Page, number: string) => queue(page).getByLabel(`选择${number}`).check();

it('signs look-alikes at once and answers them with one text, each with its own number', async () => {
  const one = await dispatched(house.hotline(), '滨河路三号楼前垃圾未清运');
  const two = await dispatched(house.hotline(), '滨河社区垃圾成堆');
  const three = await dispatched(house.hotline(), '滨河社区三号楼垃圾');
  const page = await house.desks().of('handler-urban');
  await open(page, '单位办理');
  await turnTo(page, '待签收');
  await queue(page).getByLabel('全选').check();
  await picture(page, 'batch-sign');
  await page.getByRole('button', { name: /批量签收（3件）/ }).click();
  await pressIn(page, '签收');
  await page.getByText('已签收3件').waitFor();

  await turnTo(page, '办理中');
  await choose(page, one.number);
  await choose(page, two.number);
  await page.getByRole('button', { name: /批量提交反馈（2件）/ }).click();
  const dialog = dialogOn(page);
  for (const [question, said] of [
    ['事实认定', '属实'],
    ['诉求认定', '合理'],
    ['办理结果', '实际解决'],
  ] as const) {
    await dialog.getByLabel(question).getByText(said, { exact: true }).click();
  }
  await dialog.getByLabel('办理情况（内部）').fill('已安排清运公司当日清运。');
  await dialog.getByLabel('答复内容（公开）').fill('您反映的“{标题}”（{工单编号}）已清运，{联络员}');
  await dialog.getByText(/没有占位词 {联络员}/).waitFor();
  await dialog.getByLabel('答复内容（公开）').fill('您反映的“{标题}”（{工单编号}）已于{日期}清运完毕。');
  await dialog.getByText(/您反映的“(滨河路三号楼前垃圾未清运|滨河社区垃圾成堆)”（\d+）已于\d+年/).waitFor();
  await picture(page, 'batch-reply');
  await pressIn(page, '提交反馈');
  await page.getByText('已提交反馈2件').waitFor();
  await queue(page).getByText(one.number).waitFor({ state: 'detached' });
  await queue(page).getByText(three.number).waitFor();
});
