import type { Page } from 'playwright-core';
import { dialogOn as dialog, openScreen as open, pressIn as press, type Desks } from './desks';
import { withBrowser } from './with-browser';

const house = withBrowser();
let desks: Desks;

beforeEach(() => {
  desks = house.desks();
});

afterEach(async () => {
  expect(desks.faults()).toEqual([]);
  await desks.close();
});

/** Pictures for whoever wants to look at them, in the folder they name. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  for (const [width, height] of [
    [1_440, 900],
    [1_280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
  }
};

/** A ticket that waits for its dispatch, over the same door as the console. */
async function registered(page: Page): Promise<void> {
  const status = await page.evaluate(async () => {
    const body = {
      type: 'help',
      channel: 'phone',
      title: '小区垃圾三天没有清运',
      content: '东城街道滨河社区三号楼前的垃圾已经三天没有清运，气味很大。',
      categoryCode: 'city.waste',
      areaCode: 'east-1',
      citizen: { anonymous: true },
    };
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/tickets', { method: 'POST', headers, body: JSON.stringify(body) })).status;
  });
  expect(status).toBe(201);
}

it('shows an administrator which open tickets a limit would move, before it is saved and they move', async () => {
  await registered(await desks.of('agent'));
  const admin = await desks.of('admin');
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
  const admin = await desks.of('admin');
  await open(admin, '工作日历');
  await admin.getByRole('button', { name: '修改工作时间' }).click();
  await dialog(admin).getByLabel('时段').fill('08:30-12:00\n14:00-17:30');
  await dialog(admin).getByLabel('依据').fill('区政府办作息通知');
  await press(admin, '预览影响');
  await dialog(admin).getByText('1 件在办工单的到期时间将改变').waitFor();
  await picture(admin, 'hours');
  await press(admin, '保存');
  await admin.getByText('工作时间：08:30–12:00，14:00–17:30').waitFor();
});

it('warns of the year that nobody has published, and takes it from a file', async () => {
  const admin = await desks.of('admin');
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
