import type { Page } from 'playwright-core';
import { clientOf } from './client-of';
import { chooseByName, dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { dispatched } from './dispatched';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();
const title = '三号楼前占道堆放与停车混乱';

const goTo = (page: Page, id: string) => page.goto(`${house.hotline().url}/app/tickets/${id}`);
const handling = (page: Page) => page.locator('.ant-card', { hasText: '承办情况' });

/** Presses a move of the ticket page that stands in the menu of rarer ones. */
async function choose(page: Page, move: string): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: move, exact: true }).click();
}

async function help(page: Page, department: string): Promise<void> {
  await choose(page, '加派协办');
  await chooseByName(page, '协办单位', department);
  await dialog(page).getByLabel('协办意见').fill('请核实停车秩序');
  await picture(page, 'add-co-handler', phone);
  await press(page, '加派协办');
  await handling(page).getByText(department).waitFor();
}

it('names who helps and takes it back, merges what they answered into one reply, and counts them on a line of their own', async () => {
  const { id } = await dispatched(house.hotline(), title);
  const dispatcher = await house.desks().of('dispatcher');
  await goTo(dispatcher, id);
  await help(dispatcher, '公安局');
  await help(dispatcher, '交通局');
  await choose(dispatcher, '撤回协办');
  await dialog(dispatcher).getByLabel('撤回的协办单位').click();
  await dispatcher.getByTitle('交通局', { exact: true }).click();
  await dialog(dispatcher).getByLabel('撤回原因').fill('经核实不涉及公交站点');
  await picture(dispatcher, 'remove-co-handler');
  await press(dispatcher, '撤回协办');
  await handling(dispatcher).getByText('已撤回').waitFor();
  await dispatcher.getByText('经核实不涉及公交站点').waitFor();
  await picture(dispatcher, 'co-handlers', phone);

  const police = await clientOf(house.hotline(), 'handler-police');
  const { items } = await police.call('GET /api/assignments', { query: { limit: 200 } });
  const params = { id: items.find(({ ticketId }) => ticketId === id)?.id ?? '' };
  const said = { factFinding: 'confirmed', demandFinding: 'reasonable', resolution: 'solved' } as const;
  const answer = { ...said, internalText: '已劝离占道车辆六辆。', publicText: '占道车辆已劝离。' };
  await police.call('POST /api/assignments/:id/reply', { params, body: answer });

  const lead = await house.desks().of('handler-urban');
  await goTo(lead, id);
  await lead.getByRole('button', { name: '签收', exact: true }).click();
  await press(lead, '签收');
  await handling(lead).getByText('占道车辆已劝离。').waitFor();
  await lead.getByRole('button', { name: '提交反馈', exact: true }).click();
  expect(await dialog(lead).getByLabel('办理情况（内部）').inputValue()).toBe('【公安局】已劝离占道车辆六辆。');
  await picture(lead, 'merge-replies');
  await lead.keyboard.press('Escape');

  const manager = await house.desks().of('manager');
  await open(manager, '统计报表');
  const beside = manager.locator('.ant-card', { hasText: '协办情况（上表按主办统计，协办不计入）' });
  await beside.getByText('公安局').waitFor();
  await beside.getByText('协办按时反馈率').first().waitFor();
  await picture(manager, 'co-handling-report', phone);
});

it('tells a dispatcher whose page is old who was quicker', async () => {
  const { id } = await dispatched(house.hotline(), title);
  const dispatcher = await house.desks().of('dispatcher', 409);
  await goTo(dispatcher, id);
  await choose(dispatcher, '改派');
  await chooseByName(dispatcher, '主办单位', '公安局');
  await dialog(dispatcher).getByLabel('改派原因').fill('属公安职责');
  const handler = await clientOf(house.hotline(), 'handler-urban');
  const { items } = await handler.call('GET /api/assignments', { query: { limit: 200 } });
  const params = { id: items.find(({ ticketId }) => ticketId === id)?.id ?? '' };
  await handler.call('POST /api/assignments/:id/sign', { params, body: {} });
  // The page follows behind the open form, which covers it.
  await handling(dispatcher).getByText('办理中').waitFor();
  await press(dispatcher, '改派');
  await dialog(dispatcher)
    .getByText(/主办单位的办理情况已有变化（.+已于.+签收）/)
    .waitFor();
  await picture(dispatcher, 'overtaken');
});
