import { api } from './api';
import { dialogOn, openScreen, pressIn } from './desks';
import { withBrowser } from './with-browser';

const house = withBrowser({ MESSAGE_SECONDS: '0.2' });

const registration = {
  ...{ type: 'help', channel: 'phone', title: '路灯不亮', content: '滨河路的路灯三天不亮。' },
  ...{ areaCode: 'east-1', categoryCode: 'city.waste' },
  citizen: { name: '王小明', phone: '13800001111' },
};

it('a message is worded by the administrator, sent, found in the outbox and on the ticket’s page, and sent anew', async () => {
  const desks = house.desks();
  const admin = await desks.of('admin');
  await openScreen(admin, '短信告知');
  await admin.getByText('短信设置').click();
  await admin.getByText('仅存发件箱（不外发）').waitFor();
  // It may be night where the test runs.
  await admin.getByRole('button', { name: '修改', exact: true }).click();
  await dialogOn(admin).getByLabel('夜间暂缓自').fill('00:00');
  await dialogOn(admin).getByLabel('至', { exact: true }).fill('00:00');
  await pressIn(admin, '保存');
  await admin.getByText('不暂缓').waitFor();

  await admin.getByText('短信模板').click();
  await admin
    .getByRole('row', { name: /已受理/ })
    .getByRole('button', { name: '修改' })
    .click();
  const wording = dialogOn(admin).getByLabel('短信内容');
  await wording.fill('【武区热线】您好{姓名}');
  await dialogOn(admin).getByText('没有占位词 {姓名}').waitFor();
  await wording.fill('【武区热线】您的诉求已收到，编号{工单编号}。');
  await dialogOn(admin).getByText('【武区热线】您的诉求已收到，编号20260902000001314。').waitFor();
  await pressIn(admin, '保存');
  await admin.getByText('【武区热线】您的诉求已收到，编号{工单编号}。').waitFor();

  const lead = await desks.of('shift-lead');
  await openScreen(lead, '短信告知');
  await lead.getByText('没有短信').waitFor();
  const { id, number } = await api<{ id: string; number: string }>(lead, 'POST', '/api/tickets', registration);
  // Nobody asks for it again.
  const kept = lead.getByRole('row', { name: /已受理.*未接入短信平台，诉求人没有收到/ });
  await kept.waitFor();
  await kept.getByRole('button', { name: '重发' }).click();
  await lead.getByRole('tooltip').getByRole('button', { name: '重发' }).click();
  await lead.getByRole('row', { name: /第2次发送，未接入短信平台/ }).waitFor();
  await lead.getByRole('textbox', { name: '工单号' }).fill(number);
  await lead.keyboard.press('Enter');
  const told = lead.getByText(`【武区热线】您的诉求已收到，编号${number}。`);
  await told.waitFor();
  await lead.getByText('138****1111').first().waitFor();

  await lead.goto(new URL(`/app/tickets/${id}`, lead.url()).href);
  await told.waitFor();
  await lead.getByText('短信告知（2）').waitFor();
  await lead.getByRole('button', { name: '重发' }).first().click();
  await lead.getByRole('tooltip').getByRole('button', { name: '重发' }).click();
  await lead.getByText(/第3次发送，未接入短信平台，诉求人没有收到/).waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});
