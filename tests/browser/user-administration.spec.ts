import ExcelJS from 'exceljs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { shanghaiIso } from '#calendar/shanghai-time';
import { fileFormats } from '#http-api/file-format';
import { dialogOn as dialog, openScreen as open, pressIn as press, signIn } from './desks';
import { withDesks } from './with-desks';

const house = withDesks();

/** Opens what stands under the own name. */
async function openOwn(page: Page, entry: string): Promise<void> {
  await page.locator('.user-menu').click();
  await page.getByRole('menuitem', { name: entry }).click();
}

it('lets a new user in with a first password that must be changed, and a deputy do their work', async () => {
  const admin = await house.desks().of('admin');
  const password = await addUser(admin);

  const newcomer = await house.desks().at('li.na');
  await signIn(newcomer, 'li.na', password);
  await changeFirstPassword(newcomer, password, '一句只有我知道的话：路灯亮了');
  await newcomer.getByRole('menuitem', { name: '反馈审核' }).waitFor();
  await nameDeputy(newcomer, '回访员');

  const deputy = await house.desks().of('callback');
  await deputy.getByText('代理：李娜').waitFor();
  await deputy.getByRole('menuitem', { name: '反馈审核' }).waitFor();

  const manager = await house.desks().of('manager');
  await open(manager, '操作日志');
  await rowOf(manager, '设置代理', '李娜（li.na）')
    .getByText(/回访员代理/)
    .waitFor();
  await rowOf(manager, '修改密码', 'li.na').waitFor();
  await rowOf(manager, '新增', '李娜（li.na）').getByText('审核员').waitFor();
  expect(await manager.locator('body').innerText()).not.toContain(password);
  expect(house.desks().faults()).toEqual([]);
});

/** Answers the first password, which nothing shows any more once its dialog is closed. */
async function addUser(page: Page): Promise<string> {
  await open(page, '用户管理');
  await page.getByRole('button', { name: '新增用户' }).click();
  await dialog(page).getByLabel('用户名').fill('li.na');
  await dialog(page).getByLabel('姓名').fill('李娜');
  await dialog(page).getByLabel('联络员').check();
  await dialog(page).getByLabel('所属单位').waitFor();
  expect(await dialog(page).getByLabel('审核员').isDisabled()).toBe(true);
  await dialog(page).getByText('热线岗位（单位岗位与热线岗位不能由同一人兼任）').waitFor();
  await dialog(page).getByLabel('联络员').uncheck();
  await dialog(page).getByLabel('审核员').check();
  await dialog(page).getByText('热线岗位不属于承办单位').waitFor();
  await press(page, '新增');
  await dialog(page).getByText('初始密码只显示这一次').waitFor();
  await dialog(page).getByRole('button', { name: '复制' }).waitFor();
  const password = (await dialog(page).locator('.secret').innerText()).replace(/\s*复制$/, '');
  expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
  await press(page, '已记下，关闭');
  await page.getByRole('row', { name: 'li.na' }).getByText('未改初始密码').waitFor();
  expect(await page.content()).not.toContain(password);
  return password;
}

async function changeFirstPassword(page: Page, first: string, own: string): Promise<void> {
  await page.getByRole('heading', { name: '请先修改初始密码' }).waitFor();
  expect(await page.getByRole('menuitem').count()).toBe(0);
  const change = async (next: string, again: string): Promise<void> => {
    await page.getByLabel('初始密码').fill(first);
    await page.getByLabel('新密码', { exact: true }).fill(next);
    await page.getByLabel('再填一次新密码').fill(again);
    await page.getByRole('button', { name: '修改密码' }).click();
  };
  await change(own, `${own}？`);
  await page.getByText('两次填写的新密码不一致').waitFor();
  await change('太短', '太短');
  await page.getByText('新密码至少12个字符').waitFor();
  await change(own, own);
}

/** From now until tomorrow. */
async function nameDeputy(page: Page, name: string): Promise<void> {
  const tomorrow = shanghaiIso(new Date(Date.now() + 86_400_000))
    .slice(0, 16)
    .replace('T', ' ');
  await openOwn(page, '我不在岗');
  await dialog(page).getByLabel('代理人').fill(name);
  await page.getByTitle(`${name}（${name}）`).click();
  await dialog(page).getByLabel('结束时间').fill(tomorrow);
  await dialog(page).getByLabel('结束时间').press('Enter');
  await press(page, '设置代理');
  await page.getByText('代理已设置').waitFor();
  await openOwn(page, '我不在岗');
  await dialog(page).getByText(`${name}代理`).waitFor();
}

/** A line of the log: what was done to whom. */
const rowOf = (page: Page, action: string, whom: string) =>
  page.getByRole('row').filter({ hasText: action }).filter({ hasText: whom });

it('tells whoever guesses a password to wait, and the administrator, who lets them try again', async () => {
  const stranger = await house.desks().at('a stranger', 429);
  for (let tried = 0; tried < 5; tried += 1) {
    await signIn(stranger, 'supervisor', `wrong ${tried}`);
    await stranger.getByText('用户名或密码不正确').waitFor();
  }
  await signIn(stranger, 'supervisor', 'wrong again');
  await stranger.getByText(/密码连续输错，请\d+秒后再试/).waitFor();

  const admin = await house.desks().of('admin');
  await open(admin, '用户管理');
  const row = admin.getByRole('row', { name: 'supervisor' });
  await row.getByText('不能在新设备登录').waitFor();
  await row.getByRole('button', { name: '更多' }).click();
  await admin.getByRole('menuitem', { name: '解除登录限制' }).click();
  await press(admin, '解除登录限制');
  await row.getByText('不能在新设备登录').waitFor({ state: 'detached' });
  await signIn(stranger, 'supervisor', house.hotline().password);
  await stranger.getByRole('menu').waitFor();

  await open(admin, '操作日志');
  await rowOf(admin, '解除登录限制', 'supervisor').waitFor();
  await admin.getByLabel('操作人姓名').fill('系统');
  await admin.getByLabel('操作人姓名').press('Enter');
  await rowOf(admin, '登录受限', 'supervisor').waitFor();
  expect(house.desks().faults()).toEqual([]);
});

it('adds the people of a spreadsheet, and gives their first passwords out once', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '用户管理');
  await admin.getByRole('button', { name: '批量导入' }).click();
  await admin
    .locator('input[type=file]')
    .setInputFiles({ name: '人员.xlsx', mimeType: fileFormats.xlsx.type, buffer: await sheet() });
  await press(admin, '导入');
  await dialog(admin).getByText('新增1人，原已存在1人，没有导入1行').waitFor();
  await dialog(admin).getByRole('row', { name: '没有这个岗位：船长' }).getByText('4').waitFor();
  const password = await dialog(admin).locator('.secret').innerText();
  const [download] = await Promise.all([admin.waitForEvent('download'), press(admin, '下载CSV')]);
  expect(await readFile(await download.path(), 'utf8')).toContain(`qian.er,钱二,${password}\r\n`);
  await press(admin, '已保存，关闭');
  await admin.getByRole('row', { name: 'qian.er' }).waitFor();
  expect(await admin.content()).not.toContain(password);
  expect(house.desks().faults()).toEqual([]);
});

async function sheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('人员').addRows([
    ['用户名', '姓名', '岗位', '所属单位'],
    ['qian.er', '钱二', '话务员', ''],
    ['agent', '话务员', '话务员', ''],
    ['sun.san', '孙三', '船长', ''],
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
