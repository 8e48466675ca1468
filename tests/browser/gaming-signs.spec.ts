import { setTimeout as pause } from 'node:timers/promises';
import type { HouseClient } from '#testing/house-client';
import { goodReply, leadOf, ordinary, satisfied, type TicketView } from '#testing/people';
import { clientOf } from './client-of';
import { dialogOn, openScreen, pressIn } from './desks';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

const as = (username: string): Promise<HouseClient> => clientOf(house.hotline(), username);

/** Answered by its department, and called back: always of the same number. */
async function rated(): Promise<TicketView> {
  const agent = await as('agent');
  const params = { id: (await agent.call('POST /api/tickets', { body: ordinary })).id };
  const now = () => agent.call('GET /api/tickets/:id', { params });
  while ((await now()).state !== 'dispatched') await pause(50);
  const part = { id: leadOf(await now()).id };
  const handler = await as('handler-urban');
  await handler.call('POST /api/assignments/:id/sign', { params: part, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params: part, body: goodReply });
  await (await as('reviewer')).call('POST /api/tickets/:id/approve', { params, body: {} });
  return (await as('callback')).call('POST /api/tickets/:id/ratings', { params, body: satisfied });
}

it('a sign is listed from the manager’s threshold on, opens the tickets behind it, and is dismissed with a reason', async () => {
  const tickets = [await rated(), await rated(), await rated()];
  const manager = await house.desks().of('manager');
  await openScreen(manager, '异常线索');
  await manager.getByText('没有待核实的线索').waitFor();
  await manager.locator('.ant-segmented').getByText('规则', { exact: true }).click();
  await picture(manager, 'gaming-rules', phone);
  await manager
    .getByRole('row', { name: /一号多评/ })
    .getByRole('button', { name: '修改' })
    .click();
  await dialogOn(manager).getByLabel('不少于（件）').fill('3');
  await picture(manager, 'gaming-rule');
  await pressIn(manager, '保存');
  await manager.getByRole('row', { name: /一号多评.*30天内不少于3件/ }).waitFor();

  const supervisor = await house.desks().of('supervisor');
  await openScreen(supervisor, '异常线索');
  const row = supervisor.getByRole('row', { name: /一号多评.*同一号码评价了3件工单，其中满意3件/ });
  await row.waitFor();
  await picture(supervisor, 'gaming-signs', phone);
  await row.getByRole('button', { name: '3件' }).click();
  const drawer = supervisor.locator('.ant-drawer-content-wrapper');
  for (const { number } of tickets) await drawer.getByText(number).waitFor();
  expect(await drawer.locator('a.card-link').count()).toBe(3);
  expect(await drawer.textContent()).not.toContain(ordinary.citizen.phone);
  await picture(supervisor, 'gaming-behind', phone);

  await drawer.getByRole('button', { name: /排\s?除/ }).click();
  await supervisor.getByLabel('理由').fill('物业值班电话代居民来电');
  await picture(supervisor, 'gaming-dismiss');
  await supervisor
    .getByRole('dialog', { name: '核实：排除' })
    .getByRole('button', { name: /排\s?除/ })
    .click();
  await row.waitFor({ state: 'detached' });
  await supervisor.locator('.ant-segmented').getByText('已排除', { exact: true }).click();
  await row.getByRole('button', { name: '3件' }).click();
  await supervisor.getByText(/：物业值班电话代居民来电$/).waitFor();
});
