import type { Page } from 'playwright-core';
import { api } from './api';
import { withBrowser } from './with-browser';

const house = withBrowser();

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly mergedIntoId: string | null;
}

const matter = {
  title: '松林小区三栋电梯困人',
  content: '松林小区三栋的电梯昨天晚上又困人，物业至今没有修好。',
};
const registration = {
  ...{ type: 'help', channel: 'phone', ...matter, categoryCode: 'city.waste', areaCode: 'east-1' },
  citizen: { name: '王小明', phone: '13800001234' },
};

const shown = (page: Page) => page.getByRole('region', { name: '疑似重复工单' });

it('offers the ticket about the same while it is typed, adds the call to it, and a dispatcher takes it out again', async () => {
  const desks = house.desks();
  const agent = await desks.of('agent');
  const master = await api<Ticket>(agent, 'POST', '/api/tickets', registration);
  await isFound(agent, master.id);

  await agent.getByLabel('来电号码').fill('13800005678');
  await agent.getByLabel('标题').fill('三栋电梯困人，松林小区');
  await shown(agent).getByText(matter.title).waitFor();
  await shown(agent).getByText('相同用词').waitFor();
  await agent.getByLabel('诉求内容').fill('今天早上松林小区三栋电梯又困人了，希望尽快修好。');
  await agent.getByLabel('详细地址').fill('松林小区三栋');
  await agent.keyboard.press('Alt+1');
  await agent.getByText(`登记后并入 ${master.number}`).waitFor();
  await agent.keyboard.press('Control+Enter');
  await agent.getByRole('heading', { name: '已登记' }).waitFor();
  await agent.getByText('已并单').waitFor();
  await agent.getByRole('link', { name: master.number }).waitFor();
  const number = await agent.locator('.read-aloud').first().innerText();
  expect(number).not.toBe(master.number);

  await agent.getByRole('link', { name: master.number }).click();
  await agent.getByText('另有1件并入，一并答复').waitFor();

  const dispatcher = await desks.of('dispatcher');
  const [follower] = (await api<{ items: Ticket[] }>(dispatcher, 'GET', `/api/tickets?number=${number}`)).items;
  await dispatcher.goto(new URL(`/app/tickets/${follower?.id}`, dispatcher.url()).href);
  await dispatcher.getByRole('button', { name: '拆单' }).click();
  await dispatcher.getByRole('dialog').getByRole('button', { name: '拆单' }).click();
  await dispatcher.getByRole('dialog').waitFor({ state: 'detached' });
  const apart = await api<Ticket>(dispatcher, 'GET', `/api/tickets/${follower?.id}`);
  expect(apart).toMatchObject({ number, mergedIntoId: null });
  expect(['registered', 'dispatched']).toContain(apart.state);
  await desks.close();
  expect(desks.faults()).toEqual([]);
});

/** The projection follows a registration within two seconds. */
async function isFound(page: Page, id: string): Promise<void> {
  for (;;) {
    const { items } = await api<{ items: { ticket: Ticket }[] }>(page, 'POST', '/api/tickets/similar', matter);
    if (items.some(({ ticket }) => ticket.id === id)) return;
  }
}
