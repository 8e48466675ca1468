import { ordinary } from '#testing/people';
import { api } from './api';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

it('an administrator changes a rung of the ladder, which open tickets follow, and finds the version before', async () => {
  await api(await house.desks().of('agent'), 'POST', '/api/tickets', { ...ordinary, categoryCode: 'city.waste' });
  const admin = await house.desks().of('admin');
  await open(admin, '督促与延期');
  await admin
    .getByRole('row', { name: /派单提醒/ })
    .first()
    .waitFor();
  await picture(admin, 'ladder');
  await admin.getByText('办理', { exact: true }).click();
  const row = admin.getByRole('row', { name: /催办通知/ }).first();
  await row.getByText('到期后 1 个工作日').waitFor();
  await row.getByRole('button', { name: '修改' }).click();
  await dialog(admin).getByLabel('到期后').fill('3');
  await dialog(admin).getByLabel('督办员').check();
  await dialog(admin).getByRole('switch', { name: '夜间也发' }).click();
  await dialog(admin).getByLabel('依据').fill('区政府办〔2026〕12号');
  await picture(admin, 'ladder-rung');
  await press(admin, '保存');
  await row.getByText('到期后 3 个工作日').waitFor();
  await row.getByText('承办人、单位负责人、督办员').waitFor();
  await row.getByText('照发').waitFor();
  await admin.getByText('在办工单将在数秒后改按新的督促阶梯').waitFor();
  await picture(admin, 'ladder-changed');
  await admin.getByText('全部版本').click();
  await admin.getByRole('row', { name: /催办通知.*到期后 1 个工作日.*已失效/ }).waitFor();
  await picture(admin, 'ladder-versions');
});

it('a flag’s time is its limit’s, and only who hears of it and how is changed', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '督促与延期');
  await admin.getByText('办理', { exact: true }).click();
  await admin
    .getByRole('row', { name: /红牌超期/ })
    .first()
    .getByRole('button', { name: '修改' })
    .click();
  await dialog(admin).getByText('到期时；时间由时限决定，不能停用。').waitFor();
  await picture(admin, 'ladder-flag');
  await dialog(admin).getByRole('switch', { name: '发短信' }).click();
  await press(admin, '保存');
  await admin.getByRole('row', { name: /红牌超期.*仅系统内提醒/ }).waitFor();
});

it('an administrator says how often which tickets are given more time, for how long, and by whom', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '督促与延期');
  await admin.getByText('延期规则', { exact: true }).click();
  const help = admin.getByRole('row', { name: /求助/ });
  await help.getByText('5 工作日').waitFor();
  await picture(admin, 'extension-rules');
  await help.getByRole('button', { name: '修改' }).click();
  await dialog(admin).getByLabel('最长延期').fill('8');
  await dialog(admin).getByLabel('依据').fill('区政府办〔2026〕12号');
  await picture(admin, 'extension-rule');
  await press(admin, '保存');
  await help.getByText('8 工作日').waitFor();
  await admin.getByRole('button', { name: '新增规则' }).click();
  await dialog(admin).getByLabel('适用工单').click();
  await admin.locator('.ant-select-dropdown').getByText('求助', { exact: true }).click();
  await dialog(admin).getByText('这类工单的第2次延期').waitFor();
  await dialog(admin).getByLabel('最长延期').fill('3');
  await dialog(admin).getByLabel('审批').click();
  await admin.locator('.ant-select-dropdown').getByText('区领导', { exact: true }).click();
  await dialog(admin).getByLabel('依据').fill('区政府办〔2026〕12号');
  await picture(admin, 'extension-rule-new');
  await press(admin, '保存');
  const second = admin.getByRole('row', { name: /第2次.*3 工作日.*区领导/ });
  await second.waitFor();
  // The first one ends after the second.
  expect(await help.getByRole('button', { name: '停用' }).count()).toBe(0);
  await second.getByRole('button', { name: '停用' }).click();
  await admin.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await second.waitFor({ state: 'detached' });
  await help.getByRole('button', { name: '停用' }).waitFor();
  await admin.getByText('全部版本').click();
  await second.getByText('已失效').waitFor();
  await picture(admin, 'extension-rule-versions');
});

it('an administrator sets where reminders are sent, sees the secret once, and switches it off', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '督促与延期');
  await admin.getByText('提醒推送', { exact: true }).click();
  await admin.getByText('未推送，提醒只在系统内').waitFor();
  await admin.getByRole('button', { name: '设置推送地址' }).click();
  await dialog(admin).getByLabel('平台接口地址').fill('notices');
  await press(admin, '保存');
  await dialog(admin).getByText('须为网址，以 http:// 或 https:// 开头').waitFor();
  await dialog(admin).getByLabel('平台接口地址').fill('http://127.0.0.1:9/notices');
  await picture(admin, 'gateway-address');
  await press(admin, '保存');
  await dialog(admin).getByText('签名密钥只显示这一次').waitFor();
  const secret = await dialog(admin).locator('.secret').innerText();
  expect(secret.length).toBeGreaterThan(40);
  await press(admin, '已交付，关闭');
  await admin.getByText('推送中').waitFor();
  expect(await admin.content()).not.toContain(secret.slice(0, 20));
  await picture(admin, 'gateway');
  await admin.getByRole('button', { name: '更换签名密钥' }).click();
  await press(admin, '更换签名密钥');
  await press(admin, '已交付，关闭');
  await admin.getByRole('button', { name: '停止推送' }).click();
  await picture(admin, 'gateway-off');
  await press(admin, '停止推送');
  await admin.getByText('未推送，提醒只在系统内').waitFor();
  await admin.getByRole('button', { name: '设置推送地址' }).waitFor();
});
