import type { Page } from 'playwright-core';
import { chooseByName, dialogOn, openScreen as open, pressIn } from './desks';
import { dispatched } from './dispatched';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();
const form = (page: Page) => page.getByRole('region', { name: '办理' }).getByRole('tabpanel');

it('keeps a template, and fills it into a reply that stays to be edited', async () => {
  const ticket = await dispatched(house.hotline(), '滨河社区垃圾成堆');
  const admin = await house.desks().of('admin');
  await open(admin, '答复模板');
  await admin.getByRole('button', { name: '新增模板' }).click();
  await dialogOn(admin).getByLabel('名称').fill('垃圾清运');
  await dialogOn(admin)
    .getByLabel('答复内容（公开）')
    .fill('您反映的“{标题}”（{工单编号}）已于{办结日期}清运。{承办单位}，{联系方式}');
  await chooseByName(admin, '单位（含下级）', '城市管理局');
  await picture(admin, 'template-editor');
  await pressIn(admin, '新增');
  await admin.getByText('垃圾清运', { exact: true }).waitFor();
  await picture(admin, 'templates', phone);

  const page = await house.desks().of('handler-urban');
  await open(page, '单位办理');
  await page.locator('.ant-segmented-item', { hasText: '待签收' }).click();
  await form(page).getByRole('button', { name: '签收', exact: true }).click();
  await page.locator('.ant-segmented-item', { hasText: '办理中' }).click();
  await page.getByRole('region', { name: '办理' }).getByRole('tab', { name: '提交反馈', exact: true }).click();
  await form(page).getByLabel('选用答复模板').click();
  await page.locator('.ant-select-dropdown').getByText('垃圾清运（不限分类，城市管理局）').click();
  const text = form(page).getByLabel('答复内容（公开）');
  const filled = await text.inputValue();
  expect(filled).toBe(`您反映的“滨河社区垃圾成堆”（${ticket.number}）已于【办结日期】清运。城市管理局，【联系方式】`);
  await picture(page, 'template-filled', phone);
  await text.fill(filled.replace('【办结日期】', '9月14日').replace('【联系方式】', '023-77720000'));
  expect(await text.inputValue()).toContain('已于9月14日清运');
});
