import type { Page } from 'playwright-core';
import type { HouseClient } from '#testing/house-client';
import { clientOf } from './client-of';
import type { Desks } from './desks';
import { withBrowser } from './with-browser';

const house = withBrowser();
let desks: Desks;

beforeAll(() => {
  desks = house.desks();
});

const as = (username: string): Promise<HouseClient> => clientOf(house.opened().hotline, username);

/** A ticket that was kept from dispatch, and then dispatched by hand to two departments. */
async function dispatched(type: 'report' | 'help'): Promise<{ id: string; number: string }> {
  const citizen = { name: '张小明', phone: '13900001111' };
  const text = { title: '路边占道经营', content: '每晚占道，影响通行', address: '某路1号' };
  const agent = await as('agent');
  const { id, number } = await agent.call('POST /api/tickets', {
    body: { type, channel: 'phone', ...text, citizen, hold: true },
  });
  const { items } = await agent.call('GET /api/departments');
  const named = (code: string): string => items.find((each) => each.code === code)?.id ?? '';
  const body = { leadId: named('urban'), coHandlerIds: [named('housing')] };
  await (await as('dispatcher')).call('POST /api/tickets/:id/dispatch', { params: { id }, body });
  return { id, number };
}

const open = (page: Page, address: string) => page.goto(`${house.opened().hotline.url}/app/${address}`);
const words = (page: Page): Promise<string> => page.locator('body').innerText();

describe('what the console says of a ticket', () => {
  it('is that a protected citizen is withheld, not unknown, and whose each clock is', async () => {
    const { id } = await dispatched('report');
    const handler = await desks.of('handler-urban');
    await open(handler, `tickets/${id}`);
    await handler.getByText('信息保密').waitFor();
    await handler.getByText('举报保密').waitFor();
    await handler.getByText('办理时限 住房和城乡建设委员会').waitFor();
    expect(await words(handler)).not.toMatch(/未留姓名|无联系电话|要求保密/);
    expect(await handler.locator('.ticket-head').innerText()).not.toContain('暂缓派单');
  });

  it('is that a look was recorded, with its reason where looks are watched', async () => {
    const { id, number } = await dispatched('help');
    const callback = await desks.of('callback');
    await open(callback, `tickets/${id}`);
    await callback.getByRole('button', { name: '查看联系方式' }).click();
    await callback.getByLabel('查看事由').fill('回访核对号码');
    await callback.getByRole('dialog').getByRole('button', { name: '查看联系方式' }).click();
    await callback.getByText('已记录查看').waitFor();
    const supervisor = await desks.of('supervisor');
    await open(supervisor, 'looks');
    await supervisor.getByText('全部查看记录').click();
    await supervisor.getByRole('row', { name: number }).getByText('回访核对号码').waitFor();
    await supervisor.setViewportSize({ width: 390, height: 844 });
    await supervisor.getByText('事由：回访核对号码').waitFor();
  });

  it('is at every desk that the number to call back was changed', async () => {
    const agent = await as('agent');
    const { id } = await agent.call('POST /api/tickets', {
      body: {
        type: 'help',
        channel: 'phone',
        title: '水管漏水',
        content: '漏了一夜',
        address: '某路2号',
        hold: true,
        citizen: { phone: '13900003333' },
      },
    });
    const body = { phone: '13900004444', reason: '换号' };
    await agent.call('POST /api/tickets/:id/callback-number', { params: { id }, body });
    const dispatcher = await desks.of('dispatcher');
    await open(dispatcher, 'dispatch');
    await dispatcher.getByText('水管漏水').first().click();
    await dispatcher.getByText('回访号码在登记后更改过1次').waitFor();
  });
});
