import type { Page } from 'playwright-core';
import { shanghaiIso } from '#calendar/shanghai-time';
import { clientOf } from './client-of';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { dispatched } from './dispatched';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

const dayMs = 86_400_000;
/** As a clerk types it. */
const daysLater = (days: number): string => `${shanghaiIso(new Date(Date.now() + days * dayMs)).slice(0, 10)} 18:00`;

const goTo = (page: Page, address: string) => page.goto(`${house.hotline().url}/app/${address}`);

/** Presses a move of the ticket page that stands in the menu of rarer ones. */
async function choose(page: Page, move: string): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: move, exact: true }).click();
}

/** A ticket that the city management has signed, open on its page. */
async function inHand(title: string, ...refusals: number[]): Promise<{ handler: Page; id: string; number: string }> {
  const ticket = await dispatched(house.hotline(), title);
  const handler = await house.desks().of('handler-urban', ...refusals);
  await goTo(handler, `tickets/${ticket.id}`);
  await handler.getByRole('button', { name: '签收', exact: true }).click();
  await press(handler, '签收');
  await handler.getByText('办理中').first().waitFor();
  return { handler, ...ticket };
}

/** The latest instant that a part may ask for, as a clerk types it. */
async function latestFor(ticketId: string): Promise<string> {
  const handler = await clientOf(house.hotline(), 'handler-urban');
  const { assignments } = await handler.call('GET /api/tickets/:id', { params: { id: ticketId } });
  const params = { id: assignments[0]?.id ?? '' };
  const { next } = await handler.call('GET /api/assignments/:id/extension-terms', { params });
  return shanghaiIso(new Date(next?.latest ?? ''))
    .slice(0, 16)
    .replace('T', ' ');
}

async function savedBy(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), content: Buffer.concat(chunks) };
}

it('gives more time within what the rules say, from the list of requests, and tells it in the basis of the due time', async () => {
  const { handler, id, number } = await inHand('小区垃圾三天没有清运', 400);
  const latest = await latestFor(id);
  await choose(handler, '申请延期');
  await dialog(handler).getByText('此类工单最多延期1次，已延期0次。本次最长5个工作日').waitFor();
  const until = dialog(handler).getByLabel('延至');
  await until.fill(latest.replace('18:00', '18:30'));
  await handler.keyboard.press('Enter');
  await dialog(handler).getByLabel('延期理由').fill('清运车辆检修，配件须从外地调运');
  await dialog(handler).getByLabel('依据').fill('《限时办理办法》第九条');
  await press(handler, '申请延期');
  await dialog(handler).getByText(`延期不能超过${latest}`).waitFor();
  await picture(handler, 'ask-extension');
  await until.fill(latest);
  await handler.keyboard.press('Enter');
  await press(handler, '申请延期');
  await handler.getByText('城市管理局申请延期').waitFor();
  await picture(handler, 'asked-extension');

  const supervisor = await house.desks().of('supervisor');
  await supervisor.getByTitle('有待审批的延期申请').waitFor();
  await open(supervisor, '延期审批');
  await supervisor.getByText('清运车辆检修，配件须从外地调运').waitFor();
  await picture(supervisor, 'extensions');
  await supervisor.getByLabel('审批意见').fill('同意，请抓紧。');
  await supervisor.getByRole('button', { name: /^延\s?期$/ }).click();
  await supervisor.getByText('没有待审批的延期申请').waitFor();
  await supervisor.getByText('已同意', { exact: true }).click();
  await supervisor.getByText('同意，请抓紧。').waitFor();
  await picture(supervisor, 'extensions-approved');

  await handler.getByRole('button', { name: '办理时限计时依据' }).click();
  const receipt = handler.getByRole('list', { name: '计时依据' });
  await receipt.getByText('批准延期：至').waitFor();
  await picture(handler, 'receipt');
  const { name, content } = await savedBy(handler, '下载 JSON');
  expect(name).toBe(`计时依据-${number}-办理时限.json`);
  const { dueAt, steps } = JSON.parse(content.toString()) as { dueAt: string; steps: { kind: string }[] };
  expect(shanghaiIso(new Date(dueAt)).slice(0, 16).replace('T', ' ')).toBe(latest);
  expect(steps.map(({ kind }) => kind)).toEqual(['extension']);
  await handler.emulateMedia({ media: 'print' });
  expect(await handler.locator('.shell').isVisible()).toBe(false);
  await receipt.getByText('批准延期：至').waitFor();
  await picture(handler, 'receipt-printed');
  await handler.emulateMedia({ media: null });
  await handler.keyboard.press('Escape');
  await choose(handler, '申请延期');
  await dialog(handler).getByText('此类工单只能延期1次，不能再延期').waitFor();
  await picture(handler, 'no-more-extension');
});

it('puts a ticket aside with a plan and a date, keeps it in the ledger, and lets it go on', async () => {
  const { handler, id, number } = await inHand('路面年年塌陷');
  await choose(handler, '申请挂账');
  await dialog(handler).getByLabel('工作计划').fill('列入老旧小区改造，随管网一并实施');
  await dialog(handler).getByLabel('责任人').fill('建设科');
  await press(handler, '申请挂账');
  await dialog(handler).getByText('请选择').waitFor();
  await picture(handler, 'ask-hold');
  await dialog(handler).getByLabel('复核日期').fill(daysLater(90));
  await handler.keyboard.press('Enter');
  await press(handler, '申请挂账');
  await handler.getByText('城市管理局申请挂账').waitFor();

  const supervisor = await house.desks().of('supervisor');
  await supervisor.getByTitle('有待审批的挂账申请').waitFor();
  await open(supervisor, '挂账台账');
  await supervisor.getByText('没有在账的挂账').waitFor();
  await supervisor.getByText('待审批', { exact: true }).click();
  await supervisor.getByRole('row', { name: number }).getByRole('button', { name: '审批' }).click();
  await dialog(supervisor).getByText('城市管理局申请挂账').waitFor();
  await picture(supervisor, 'hold-to-decide');
  await dialog(supervisor).getByLabel('审批意见').fill('同意挂账');
  await dialog(supervisor)
    .getByRole('button', { name: /^挂\s?账$/ })
    .click();
  await supervisor.getByText('没有待审批的挂账').waitFor();
  await supervisor.getByText('在账', { exact: true }).click();
  await supervisor.getByRole('row', { name: number }).getByText('建设科').waitFor();
  await picture(supervisor, 'holds');
  await supervisor.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    supervisor.waitForEvent('download'),
    supervisor.getByRole('menuitem', { name: /XLSX|Excel/i }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^挂账台账.*\.xlsx$/);

  await handler.getByRole('button', { name: '办理时限计时依据' }).click();
  await handler.getByText('起挂账，暂停计时').waitFor();
  await picture(handler, 'receipt-held');

  await goTo(supervisor, `tickets/${id}`);
  await supervisor.getByText('延期与挂账').waitFor();
  await picture(supervisor, 'ticket-held');
  await supervisor.getByRole('button', { name: '恢复办理' }).click();
  await dialog(supervisor).getByLabel('复核意见').fill('管网已改造');
  await press(supervisor, '恢复办理');
  await supervisor.getByText('已销账', { exact: true }).waitFor();
  await handler.getByText(/挂账：.*期限/).waitFor();
});

it('gives one ticket less time because a leader says so, tells its department, and takes it back', async () => {
  const { handler, id, number } = await inHand('汛期前须清完的排水沟');
  const dispatcher = await house.desks().of('dispatcher', 409);
  await goTo(dispatcher, `tickets/${id}`);
  await choose(dispatcher, '单独限时');
  await dialog(dispatcher).getByText('现办理期限').waitFor();
  await dialog(dispatcher).getByLabel('限时至').fill(daysLater(60));
  await dispatcher.keyboard.press('Enter');
  await dialog(dispatcher).getByLabel('理由').fill('区领导要求汛期前办结');
  await dialog(dispatcher).getByLabel('来源').fill('区政府防汛专题会');
  await press(dispatcher, '单独限时');
  await dialog(dispatcher).getByText('单独限时须早于现办理期限').waitFor();
  await picture(dispatcher, 'own-limit-refused');
  await dialog(dispatcher).getByLabel('限时至').fill(daysLater(1));
  await dispatcher.keyboard.press('Enter');
  await press(dispatcher, '单独限时');
  await dispatcher.getByText('已单独限时，办理时限提前').waitFor();
  await dispatcher.locator('.clock').getByText('单独限时').waitFor();
  await picture(dispatcher, 'own-limit', phone);

  await handler.locator('.clock').getByText('单独限时').waitFor();
  await handler.getByRole('button', { name: '办理时限计时依据' }).click();
  const receipt = handler.getByRole('list', { name: '计时依据' });
  await receipt.getByText('理由：区领导要求汛期前办结；来源：区政府防汛专题会').waitFor();
  await picture(handler, 'own-limit-receipt');
  const { content } = await savedBy(handler, '下载 JSON');
  const { dueAt, steps } = JSON.parse(content.toString()) as {
    dueAt: string;
    steps: { kind: string; dueAt: string }[];
  };
  expect(shanghaiIso(new Date(dueAt)).slice(0, 16).replace('T', ' ')).toBe(daysLater(1));
  expect(steps).toMatchObject([{ kind: 'own-limit', dueAt, source: '区政府防汛专题会' }]);
  await handler.keyboard.press('Escape');
  await open(handler, '单位办理');
  await handler.locator('.ant-segmented-item', { hasText: '办理中' }).click();
  await handler.locator('.item', { hasText: number }).getByText('单独限时').waitFor();
  await picture(handler, 'own-limit-desk');

  await choose(dispatcher, '取消单独限时');
  await dialog(dispatcher).getByText('已单独限时至').waitFor();
  await dialog(dispatcher).getByLabel('取消原因').fill('会议改期');
  await picture(dispatcher, 'own-limit-lifting');
  await press(dispatcher, '取消单独限时');
  await dispatcher.getByText('已取消单独限时，按规则计时').waitFor();
  await dispatcher.locator('.clock').getByText('单独限时').waitFor({ state: 'detached' });
  await picture(dispatcher, 'own-limit-lifted');
});
