import type { Page } from 'playwright-core';
import { chooseByName, dialogOn, openScreen as open, pressIn } from './desks';
import { dispatched } from './dispatched';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first();

it('renames a department, merges two into a new one after a preview, and the open work follows', async () => {
  const waste = await dispatched(house.hotline(), '三号楼前停水两天', 'water');
  await dispatched(house.hotline(), '一号楼燃气压力不足', 'gas');
  const admin = await house.desks().of('admin');
  await open(admin, '单位与区域');
  await row(admin, '文化和旅游发展委员会').getByRole('button', { name: '修改' }).click();
  await dialogOn(admin).getByLabel('名称').fill('文化旅游和体育局');
  await picture(admin, 'department-rename', phone);
  await pressIn(admin, '保存');
  await row(admin, '文化旅游和体育局').waitFor();
  await picture(admin, 'departments', phone);

  await row(admin, '自来水公司').getByRole('button', { name: '调整' }).click();
  await chooseByName(admin, '撤销或并入的单位', '燃气公司');
  await admin.keyboard.press('Escape');
  await dialogOn(admin).getByText('新设的').click();
  await dialogOn(admin).getByLabel('新名称').fill('公用事业集团');
  await dialogOn(admin).getByLabel('新编码').fill('living');
  await dialogOn(admin).getByLabel('新单位类别').click();
  await admin.locator('.ant-select-dropdown').getByText('国企').last().click();
  await dialogOn(admin).getByLabel('依据').fill('区委编委〔2026〕3号');
  await picture(admin, 'reorganise', phone);
  await pressIn(admin, '预览影响');
  await dialogOn(admin).getByText('将迁移 2 件在办工单').waitFor();
  await dialogOn(admin).getByRole('button', { name: '执行调整' }).scrollIntoViewIfNeeded();
  await picture(admin, 'reorganise-preview', phone);
  await dialogOn(admin).getByRole('button', { name: '待签收工单 2' }).click();
  await admin.getByText('三号楼前停水两天').waitFor();
  await picture(admin, 'reorganise-tickets', phone);
  await admin.locator('.ant-modal-close').last().click();
  await pressIn(admin, '执行调整');
  await admin.getByRole('region', { name: '调整记录' }).getByText('自来水公司、燃气公司 → 公用事业集团').waitFor();
  await row(admin, '公用事业集团').waitFor();
  await admin.getByText('含停用').click();
  await admin
    .getByText(/起由公用事业集团承继/)
    .first()
    .waitFor();
  await picture(admin, 'departments-after', phone);

  const page = await house.desks().of('handler-gas');
  await open(page, '单位办理');
  await page.locator('.ant-segmented-item', { hasText: '待签收' }).click();
  await page.getByText('三号楼前停水两天').first().waitFor();
  await page.getByText('一号楼燃气压力不足').first().waitFor();
  expect(waste.number).not.toBe('');
});

it('says of an area why it cannot become part of another yet, and offers nothing to carry out', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '单位与区域');
  await admin.locator('.ant-segmented-item', { hasText: '区域' }).click();
  await row(admin, '全区').waitFor();
  await row(admin, '青谷乡').getByRole('button', { name: '调整' }).click();
  await chooseByName(admin, '并入的区域', '临江镇');
  await dialogOn(admin).getByLabel('依据').fill('撤乡并镇批复');
  await pressIn(admin, '预览影响');
  await dialogOn(admin).getByText('件在办工单').waitFor();
  await dialogOn(admin).getByText('请先停用或修改其中一条').first().waitFor();
  expect(await dialogOn(admin).getByRole('button', { name: '执行调整' }).count()).toBe(0);
  await picture(admin, 'reorganise-area', phone);
});
