import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { HouseClient } from '#testing/house-client';
import { leadOf, ordinary, type TicketView } from '#testing/people';
import { clientOf } from './client-of';
import { openScreen } from './desks';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

const as = (username: string): Promise<HouseClient> => clientOf(house.hotline(), username);

/** Dispatched by itself, and not wanted by whom it went to. */
async function objecting(): Promise<TicketView> {
  const agent = await as('agent');
  const { id } = await agent.call('POST /api/tickets', { body: ordinary });
  const dispatched = async () => agent.call('GET /api/tickets/:id', { params: { id } });
  while ((await dispatched()).state !== 'dispatched') await pause(50);
  const params = { id: leadOf(await dispatched()).id };
  const body = { reasonCode: 'not-ours', basis: '不属于本单位职责范围' } as const;
  await (await as('handler-urban')).call('POST /api/assignments/:id/return', { params, body });
  return dispatched();
}

it('what lies between the departments is seen by who has it, and what departments returned is counted', async () => {
  const [first, second] = [await objecting(), await objecting()];
  await (await as('agent')).call('POST /api/tickets', { body: { ...ordinary, hold: true } });
  const dispatcher = await house.desks().of('dispatcher');
  const client = await as('dispatcher');
  const { items } = await client.call('GET /api/returns', { query: { ticketId: first.id } });
  const params = { id: items[0]?.id ?? '' };
  await client.call('POST /api/returns/:id/reject', { params, body: { reason: '属于贵单位职责' } });

  await openScreen(dispatcher, '流转中');
  await dispatcher
    .getByRole('row', { name: /派单员/ })
    .getByRole('button', { name: '2' })
    .first()
    .click();
  await dispatcher.getByText('派单员（派单、审理退单） · 不足1天').waitFor();
  await dispatcher.getByRole('link', { name: second.number }).waitFor();
  expect(await dispatcher.getByRole('link', { name: first.number }).count()).toBe(0);
  await picture(dispatcher, 'transit', phone);

  const manager = await house.desks().of('manager');
  await openScreen(manager, '统计报表');
  await manager.getByLabel('报表').click();
  await manager.getByTitle('退单争议').click();
  const urban = manager.getByRole('row', { name: /城市管理局/ });
  await urban.getByText('100.0%').waitFor();
  await picture(manager, 'returns', phone);
  const saved = manager.waitForEvent('download');
  await manager.getByRole('button', { name: '导出' }).click();
  await manager.getByRole('menuitem', { name: 'CSV' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^退单争议 .*\.csv$/);
  expect(readFileSync(await file.path(), 'utf8')).toContain('城市管理局,2,0,1,1,0,1,0,100.0%,1,1,0.0%,0,1');
  await urban.getByRole('button', { name: '2', exact: true }).click();
  await manager.getByRole('dialog').getByText(second.number).waitFor();
  await manager.getByRole('dialog').getByText(first.number).waitFor();
  await picture(manager, 'returns-behind', phone);
});
