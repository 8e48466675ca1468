import type { Page } from 'playwright-core';
import { api } from './api';
import { chooseByName, dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

/** A ticket that waits for its dispatch. */
const registered = (page: Page): Promise<unknown> =>
  api(page, 'POST', '/api/tickets', {
    type: 'help',
    channel: 'phone',
    title: '小区垃圾三天没有清运',
    content: '东城街道滨河社区三号楼前的垃圾已经三天没有清运，气味很大。',
    categoryCode: 'city.waste',
    areaCode: 'east-1',
    citizen: { anonymous: true },
  });

it('shows an administrator which open tickets a limit would move, before it is saved and they move', async () => {
  await registered(await house.desks().of('agent'));
  const admin = await house.desks().of('admin');
  await open(admin, '办理时限');
  const row = admin.getByRole('row').filter({ hasText: '办理时限' }).filter({ hasText: '求助' });
  await row.getByRole('button', { name: '修改' }).click();
  await dialog(admin).getByLabel('时长').fill('3');
  await dialog(admin).getByLabel('依据').fill('区政府办〔2026〕12号');
  await press(admin, '预览影响');
  await dialog(admin).getByText('1 件在办工单的到期时间将改变').waitFor();
  await picture(admin, 'limit');
  await press(admin, '保存');
  await admin.getByText('已保存。在办工单的到期时间将在数秒后开始重算。').waitFor();
  await row.getByText('3 工作日').waitFor();
  await picture(admin, 'limits');
});

it('shows which open tickets other office hours would move', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '工作日历');
  await admin.getByRole('button', { name: '修改工作时间' }).click();
  await dialog(admin).getByLabel('时段').fill('08:30-12:00\n14:00-17:30');
  await dialog(admin).getByLabel('季节作息').fill('05-01至09-30 08:30-12:00 15:00-18:00');
  await dialog(admin).getByLabel('依据').fill('区政府办作息通知');
  await press(admin, '预览影响');
  await dialog(admin).getByText('1 件在办工单的到期时间将改变').waitFor();
  await picture(admin, 'hours');
  await press(admin, '保存');
  await admin.getByText('工作时间：08:30–12:00，14:00–17:30；5月1日至9月30日 08:30–12:00，15:00–18:00').waitFor();
});

it('lets a department keep hours of its own, and go back to those of the house', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '工作日历');
  await admin.getByRole('button', { name: '为单位另设工作时间' }).click();
  await chooseByName(admin, '单位', '城市管理局');
  await dialog(admin).getByLabel('时段').fill('08:00-16:30');
  await dialog(admin).getByLabel('依据').fill('错峰办公');
  await press(admin, '预览影响');
  await picture(admin, 'department-hours');
  await press(admin, '保存');
  const own = admin.locator('.office-hours').filter({ hasText: '城市管理局' });
  await own.getByText('08:00–16:30').waitFor();
  await own.getByRole('button', { name: /修\s?改/ }).click();
  await dialog(admin).getByLabel('不再另设，恢复全区工作时间').check();
  await dialog(admin).getByLabel('依据').fill('恢复统一作息');
  await press(admin, '预览影响');
  await picture(admin, 'department-hours-ended');
  await press(admin, '保存');
  await own.waitFor({ state: 'detached' });
});

it('warns of the year that nobody has published, and takes it from a file', async () => {
  const admin = await house.desks().of('admin');
  const missing = admin.getByRole('alert').filter({ hasText: '放假调休安排尚未录入' });
  await missing.waitFor();
  await missing.getByRole('link', { name: '去录入' }).click();
  const year = String(new Date().getFullYear() + 1);
  await admin.getByText(`${year}年`, { exact: true }).click();
  const file = { name: '放假.csv', mimeType: 'text/csv', buffer: Buffer.from(`${year}-10-01,放假,国庆节\n`) };
  const chooser = admin.waitForEvent('filechooser');
  await admin.getByRole('button', { name: '导入文件' }).click();
  await (await chooser).setFiles(file);
  await admin.getByText('共放假1天').waitFor();
  await admin.getByLabel('依据').fill('国务院办公厅通知');
  await picture(admin, 'calendar');
  await admin.getByRole('button', { name: '预览并发布' }).click();
  await dialog(admin).getByText('已办结的时限不变').waitFor();
  await picture(admin, 'calendar-preview');
  await press(admin, '发布');
  await missing.waitFor({ state: 'detached' });
  await admin.getByRole('button', { name: '历史版本' }).click();
  await dialog(admin).getByRole('row').filter({ hasText: '国务院办公厅通知' }).waitFor();
  await picture(admin, 'calendar-versions');
});
