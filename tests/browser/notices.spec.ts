import { ordinary } from '#testing/people';
import { api } from './api';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

it('rings the bell of whoever has a new ticket, and is silent once they have opened it', async () => {
  const handler = await house.desks().of('handler-urban');
  await handler.getByRole('link', { name: '提醒', exact: true }).waitFor();
  const agent = await house.desks().of('agent');
  for (const title of ['垃圾未清运', '垃圾桶满了'])
    await api(agent, 'POST', '/api/tickets', { ...ordinary, title, categoryCode: 'city.waste' });
  await handler.getByRole('link', { name: '提醒，2条未读' }).click();
  const row = handler.getByRole('row', { name: '垃圾未清运' });
  await row.getByText('派单提醒').waitFor();
  await picture(handler, 'notices', phone);
  await row.getByRole('link').click();
  await handler.getByRole('link', { name: '提醒，1条未读' }).click();
  await handler.getByRole('button', { name: '全部标为已读' }).click();
  await handler.getByText('没有未读提醒').waitFor();
  await handler.getByRole('link', { name: '提醒', exact: true }).waitFor();
  await handler.getByText('全部', { exact: true }).click();
  await handler.getByRole('row', { name: '垃圾未清运' }).getByText('已读').waitFor();
});

it('keeps the roster that says whom a rung reaches', async () => {
  const lead = await house.desks().of('shift-lead');
  await open(lead, '值班表');
  await lead.getByRole('button', { name: '安排值班' }).click();
  await dialog(lead).getByLabel('岗位').click();
  await lead.locator('.ant-select-dropdown').getByText('值班长').last().click();
  await dialog(lead).getByLabel('值班人').fill('值班');
  await lead.keyboard.press('Enter');
  await dialog(lead).getByLabel('值班电话').fill('62000001');
  await dialog(lead).getByLabel('开始时间').fill('2026-01-05 08:00');
  await lead.keyboard.press('Enter');
  await picture(lead, 'put-on-duty', phone);
  await press(lead, '安排');
  await lead.getByRole('row', { name: '62000001' }).waitFor();
  await picture(lead, 'duty-roster', phone);
  await lead.getByRole('button', { name: '结束' }).click();
  await lead.locator('.ant-popconfirm').getByRole('button', { name: '结束' }).click();
  await lead.getByText('没有值班安排').waitFor();
});
