import type { Page } from 'playwright-core';
import { pagesOfPdf } from '#testing/document-text';
import { clientOf } from './client-of';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { dispatched } from './dispatched';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks({ SUPERVISION_NUMBER_SERIES: '武热督' });

const goTo = (page: Page, address: string) => page.goto(`${house.hotline().url}/app/${address}`);

it('orders a department, from the draft on its ticket to the answer that is accepted, and keeps both ledgers', async () => {
  const ticket = await dispatched(house.hotline(), '小区垃圾三天没有清运');
  const supervisor = await house.desks().of('supervisor');
  await goTo(supervisor, `tickets/${ticket.id}`);
  await supervisor.getByRole('button', { name: '督办', exact: true }).click();
  await dialog(supervisor).getByLabel('督办原因').click();
  await supervisor.locator('.ant-select-dropdown').getByText('领导批示').click();
  await dialog(supervisor).getByLabel('批示领导').fill('王区长');
  await dialog(supervisor).getByLabel('批示内容').fill('请城管局限期解决。');
  await dialog(supervisor).getByLabel('批示日期').fill('2026-01-05');
  await supervisor.keyboard.press('Enter');
  await dialog(supervisor).getByLabel('来文单位').fill('区政府办公室');
  await dialog(supervisor).getByLabel('督办要求').fill('请立即清运垃圾，并书面说明三天未清运的原因。');
  await dialog(supervisor).getByLabel('抄送').fill('区政府督查室');
  await supervisor.keyboard.press('Enter');
  await picture(supervisor, 'draft');
  await press(supervisor, '督办');
  await supervisor.getByRole('link', { name: '书面督办草稿' }).click();
  await supervisor.getByText('（草稿，未签发）').waitFor();
  await picture(supervisor, 'order-draft');
  await supervisor.getByRole('button', { name: '签发', exact: true }).click();
  await press(supervisor, '签发');
  await supervisor
    .getByRole('heading', { name: '武热督〔2026〕1号' })
    .or(supervisor.getByText(/武热督〔\d+〕1号/).first())
    .waitFor();
  await picture(supervisor, 'order-signed');

  const handler = await house.desks().of('handler-urban');
  await open(handler, '单位办理');
  await handler.getByRole('link', { name: '督办单1件待反馈' }).waitFor();
  await picture(handler, 'desk');
  await handler.getByRole('link', { name: '督办单1件待反馈' }).click();
  await handler.getByRole('link', { name: /武热督/ }).click();
  const [download] = await Promise.all([
    handler.waitForEvent('download'),
    handler.getByRole('link', { name: 'PDF' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const said = (await pagesOfPdf(Buffer.concat(chunks))).join('').replace(/\s/g, '');
  expect(said).toMatch(/武热督〔\d+〕1号.*王区长批示.*抄送：区政府督查室/);
  await handler.getByRole('button', { name: '反馈', exact: true }).click();
  await dialog(handler).getByLabel('反馈内容').fill('垃圾已清运，已约谈清运公司。');
  await press(handler, '反馈');
  await handler.getByText('待销号').waitFor();

  await open(supervisor, '督办');
  await supervisor
    .getByRole('row', { name: /武热督/ })
    .getByText('待销号')
    .waitFor();
  await picture(supervisor, 'ledger');
  await supervisor.getByText('批示件台账', { exact: true }).click();
  await supervisor.getByRole('row', { name: '王区长' }).waitFor();
  await picture(supervisor, 'instructions');
  await supervisor
    .getByRole('row', { name: '王区长' })
    .getByRole('link', { name: /武热督/ })
    .click();
  await supervisor.getByRole('button', { name: '销号', exact: true }).click();
  await dialog(supervisor).getByLabel('意见').fill('属实');
  await press(supervisor, '销号');
  await supervisor.getByText('已销号').waitFor();
  await picture(supervisor, 'order-closed');
});

it('lets a draft be written anew before it is signed, and no more after', async () => {
  const ticket = await dispatched(house.hotline(), '井盖松动，车过有响声');
  const drafter = await clientOf(house.hotline(), 'supervisor');
  const body = { level: 'written' as const, requirement: '请尽快处理。', copyTo: ['区政府督查室'] };
  const { id } = await drafter.call('POST /api/tickets/:id/supervise', { params: { id: ticket.id }, body });
  // The department that has no part in the ticket is refused.
  const supervisor = await house.desks().of('supervisor', 409);
  await goTo(supervisor, `supervisions/${id}`);
  await supervisor.getByRole('button', { name: '修改', exact: true }).click();
  await picture(supervisor, 'order-amended');
  await dialog(supervisor).getByText('现场督办').click();
  await dialog(supervisor).getByLabel('督办要求').fill('请今日内到现场加固井盖，并书面反馈。');
  await dialog(supervisor).getByLabel('反馈期限').fill('2030-01-07 18:00');
  await supervisor.keyboard.press('Enter');
  await dialog(supervisor).getByLabel('抄送').fill('区住建局');
  await supervisor.keyboard.press('Enter');
  // Nobody who has no part in the ticket can be ordered to answer.
  await dialog(supervisor).getByLabel('主送').click();
  await supervisor.locator('.ant-select-dropdown').getByText('公安局', { exact: true }).click();
  await press(supervisor, '保存');
  await dialog(supervisor).getByText('主送单位不是本工单的承办单位').waitFor();
  await dialog(supervisor).getByLabel('主送').click();
  await supervisor.locator('.ant-select-dropdown').getByText('城市管理局', { exact: true }).click();
  await press(supervisor, '保存');
  await supervisor.getByText('现予以现场督办').waitFor();
  await supervisor.getByText('请今日内到现场加固井盖，并书面反馈。').waitFor();
  await supervisor.getByText('请于2030-01-07 18:00前书面反馈').waitFor();
  await supervisor.getByText(/区政府督查室.*区住建局/).waitFor();
  await picture(supervisor, 'order-written-anew');
  await supervisor.getByRole('button', { name: '签发', exact: true }).click();
  await press(supervisor, '签发');
  await supervisor
    .getByText(/武热督〔\d+〕\d+号/)
    .first()
    .waitFor();
  expect(await supervisor.getByRole('button', { name: '修改', exact: true }).count()).toBe(0);
});

it('urges tickets that were chosen in a list, and takes a call that asks again as a nudge', async () => {
  await dispatched(house.hotline(), '路灯不亮');
  await dispatched(house.hotline(), '路灯不亮，晚上看不见');
  const supervisor = await house.desks().of('supervisor');
  await open(supervisor, '工单查询');
  await supervisor.getByRole('row', { name: '路灯' }).nth(1).waitFor();
  for (const place of [0, 1])
    await supervisor.getByRole('row', { name: '路灯' }).nth(place).getByRole('checkbox').check();
  await picture(supervisor, 'chosen');
  await supervisor.getByRole('button', { name: '批量催办（2件）' }).click();
  await dialog(supervisor).getByLabel('催办内容').fill('请尽快办理');
  await press(supervisor, '催办');
  await supervisor.getByText('已催办2件').waitFor();

  const agent = await house.desks().of('agent');
  await open(agent, '来电登记');
  await agent.getByLabel('来电号码').fill('13900001111');
  await agent.getByRole('button', { name: '催单' }).first().click();
  await agent.getByText(/已记录群众催单，共1次/).waitFor();
  await picture(agent, 'nudged');
  const handler = await house.desks().of('handler-urban');
  await open(handler, '单位办理');
  await handler.getByText('催单1次').first().waitFor();
  await handler.getByText('催办1次').first().waitFor();
  await picture(handler, 'desk-nudged');
});
