import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csv } from '#http-api/csv';
import { ordinary } from '#testing/people';
import { api } from './api';
import { chooseByName, dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

it('an administrator adds a row, sees what it would have sent elsewhere, and a ticket goes where it says', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '派单目录');
  await admin.getByRole('row', { name: /兜底.*政务服务管理办公室/ }).waitFor();
  await picture(admin, 'catalogue', phone);
  await admin.getByRole('button', { name: '新增规则' }).click();
  await chooseByName(admin, '事项分类', '下水道与井盖');
  await dialog(admin).getByLabel('关键词').fill('窨井、井盖，');
  await dialog(admin).getByLabel('关键词').press('Enter');
  await chooseByName(admin, '主办单位', '水利局');
  await dialog(admin).getByLabel('依据').fill('《城镇排水与污水处理条例》第四十一条');
  await dialog(admin).getByLabel('紧急程度提为').click();
  await admin.locator('.ant-select-dropdown').getByText('紧急', { exact: true }).click();
  await press(admin, '预览影响');
  await dialog(admin)
    .getByText(/派出的0件相关工单中，没有会派给其他单位的/)
    .waitFor();
  await picture(admin, 'catalogue-row', phone);
  await press(admin, '保存');
  await admin.getByText('派单规则已保存，为第1版').waitFor();
  await admin.getByRole('row', { name: /下水道与井盖.*关键词：井盖、窨井.*水利局.*紧急程度提为紧急/ }).waitFor();
  const agent = await house.desks().of('agent');
  const body = { ...ordinary, title: '路边窨井冒水', categoryCode: 'city.drains' };
  const { id } = await api<{ id: string }>(agent, 'POST', '/api/tickets', body);
  const dispatcher = await house.desks().of('dispatcher');
  await dispatcher.goto(new URL(`/app/tickets/${id}`, dispatcher.url()).href);
  await dispatcher.getByText('派单目录：下水道与井盖 × 关键词“井盖、窨井”').waitFor();
  await dispatcher.getByText('《城镇排水与污水处理条例》第四十一条').waitFor();
  await picture(dispatcher, 'catalogue-ticket');
});

it('says which two rows tie, and takes the row with another precedence as its next version', async () => {
  const admin = await house.desks().of('admin', 409);
  const { items } = await api<{ items: { id: string; code: string }[] }>(admin, 'GET', '/api/departments');
  const leadId = items.find(({ code }) => code === 'environment')?.id;
  const taken = { categoryCode: 'city.noise', keywords: ['工地'], leadId };
  await api(admin, 'POST', '/api/dispatch-rules', taken);
  await open(admin, '派单目录');
  await admin.getByRole('button', { name: '新增规则' }).click();
  await chooseByName(admin, '事项分类', '施工与生活噪声');
  await dialog(admin).getByLabel('关键词').fill('夜间');
  await dialog(admin).getByLabel('关键词').press('Enter');
  await chooseByName(admin, '主办单位', '城市管理局');
  await press(admin, '预览影响');
  await dialog(admin)
    .getByText(/且同样具体，无法确定派给谁/)
    .waitFor();
  await picture(admin, 'catalogue-tie');
  await dialog(admin).getByLabel('优先序').fill('60');
  await press(admin, '预览影响');
  await press(admin, '保存');
  const row = admin.getByRole('row', { name: /关键词：夜间/ });
  await row.getByRole('button', { name: '修改' }).click();
  await dialog(admin).getByLabel('优先序').fill('70');
  await press(admin, '预览影响');
  await press(admin, '保存');
  await admin.getByText('派单规则已保存，为第2版').waitFor();
  await row.getByRole('button', { name: '历次' }).click();
  await admin.getByRole('row', { name: /关键词：夜间.*已失效/ }).waitFor();
  await picture(admin, 'catalogue-versions');
  await admin.getByRole('button', { name: '返回目录' }).click();
  await row.getByRole('button', { name: '停用' }).click();
  await dialog(admin).getByLabel('停用日期').fill('2099-01-01');
  await dialog(admin).getByLabel('停用日期').press('Enter');
  await press(admin, '预览影响');
  await press(admin, '停用');
  await row.getByText('至2099-01-01').waitFor();
});

it('brings a file in once its effect was seen, and says of each line that is refused why', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '派单目录');
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const file = join(folder, '派单目录.csv');
  const rows = [
    ['事项分类', '区域', '主办单位', '依据'],
    ['公交线路', '东城街道', '交通局', '三定方案'],
    ['公交线路', '', '东城街道办事处', ''],
  ];
  writeFileSync(file, csv(rows));
  await admin.getByRole('button', { name: '导入', exact: true }).click();
  await dialog(admin).locator('input[type=file]').setInputFiles(file);
  await press(admin, '预览影响');
  await dialog(admin).getByText('将新增1条，修改0条，停用0条；0条不变，1行不能导入。').waitFor();
  await dialog(admin)
    .getByText(/属部门事项，不能默认派给乡镇街道“东城街道办事处”/)
    .waitFor();
  await picture(admin, 'catalogue-import');
  await press(admin, '导入');
  await dialog(admin).getByText('已新增1条').waitFor();
  await press(admin, '完成');
  await admin.getByRole('row', { name: /公交线路.*东城街道.*交通局/ }).waitFor();
});

it('is read by a dispatcher, who may not change it', async () => {
  const dispatcher = await house.desks().of('dispatcher');
  await open(dispatcher, '派单目录');
  await dispatcher
    .getByRole('row', { name: /路灯|市容市政/ })
    .first()
    .waitFor();
  expect(await dispatcher.getByRole('button', { name: /新增规则|导入|修改|停用/ }).count()).toBe(0);
});
