import { api } from './api';
import { openScreen } from './desks';
import { withBrowser } from './with-browser';

const house = withBrowser();

const registration = (title: string) => ({
  ...{ type: 'help', channel: 'phone', title, content: `${title}，请尽快处理。` },
  ...{ categoryCode: 'city.waste', areaCode: 'east-1' },
  citizen: { name: '王小明', phone: '13800004321' },
});

interface Part {
  readonly id: string;
  readonly ticketId: string;
}

it('a desk shows a ticket of the list that is asked for, and points out what names somebody in what everybody reads', async () => {
  const desks = house.desks();
  const agent = await desks.of('agent');
  const [first, second] = await Promise.all(
    ['垃圾桶满了', '垃圾房太脏'].map((title) =>
      api<{ id: string }>(agent, 'POST', '/api/tickets', registration(title)),
    ),
  );
  const handler = await desks.of('handler-urban');
  await openScreen(handler, '单位办理');
  const list = handler.getByRole('region', { name: '待办列表' });
  const pane = handler.getByRole('region', { name: '办理' });
  for (const title of ['垃圾桶满了', '垃圾房太脏']) await list.getByText(title).waitFor();
  const { items } = await api<{ items: Part[] }>(handler, 'GET', '/api/assignments');
  const part = items.find(({ ticketId }) => ticketId === second?.id);
  await api(handler, 'POST', `/api/assignments/${part?.id}/sign`, {});
  await list.getByText('垃圾桶满了').click();
  await pane.getByRole('heading', { name: '垃圾桶满了' }).waitFor();

  await handler.getByText('办理中', { exact: true }).first().click();
  await pane.getByRole('heading', { name: '垃圾房太脏' }).waitFor();
  await list.getByText('垃圾桶满了').waitFor({ state: 'detached' });
  expect(first).toBeDefined();

  const answer = pane.getByLabel('答复内容（公开）');
  await answer.fill('您好，您的电话13812345678已登记。');
  await answer.blur();
  await pane.getByText('其中有电话1处，诉求人的请删去').waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});
