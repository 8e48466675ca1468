import type { Page } from 'playwright-core';
import { shanghaiDate } from '#calendar/shanghai-time';
import { csv } from '#http-api/csv';
import { answered } from './answered';
import { clientOf } from './client-of';
import { dialogOn, openScreen, pressIn } from './desks';
import { phone, picture } from './picture';
import { withBrowser } from './with-browser';

const house = withBrowser();

const queued = (page: Page, title: string) => page.getByRole('region', { name: '待办列表' }).getByText(title);
/** Presses keys one after the other, as fingers that stay where they are. */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

it('takes a caller through the script by the keyboard alone: three questions, one key each, and every other end', async () => {
  const { hotline } = house.opened();
  const [first, second, third] = [
    await answered(hotline, '路灯不亮'),
    await answered(hotline, '垃圾没有清运'),
    await answered(hotline, '下水道堵塞'),
  ];
  const desks = house.desks();
  const caller = await desks.of('callback');
  await openScreen(caller, '群众回访');
  await caller.getByRole('heading', { name: '路灯不亮' }).waitFor();

  await press(caller, 'b');
  await caller.getByText('您好，这里是12345热线').waitFor();
  await caller.getByRole('group', { name: '办理时有没有联系过您？' }).waitFor();
  await press(caller, '1');
  await caller.getByRole('group', { name: '您反映的问题解决了吗？' }).waitFor();
  await press(caller, '2t');
  await press(caller, '1');
  await caller.getByRole('group', { name: '您对办理结果满意吗？' }).waitFor();
  await picture(caller, 'callback-script', phone);
  await press(caller, '3');
  await caller.getByRole('button', { name: '登记评价（D）' }).waitFor();
  await press(caller, 'd');
  await queued(caller, '路灯不亮').waitFor({ state: 'detached' });
  const supervisor = await clientOf(hotline, 'supervisor');
  const now = (id: string) => supervisor.call('GET /api/tickets/:id', { params: { id } });
  expect(await now(first.id)).toMatchObject({
    state: 'closed',
    rating: {
      source: 'callback-human',
      contacted: 'yes',
      solved: 'yes',
      satisfaction: { result: 'basically-satisfied' },
    },
  });

  await caller.getByRole('heading', { name: '垃圾没有清运' }).waitFor();
  await press(caller, 'w');
  expect((await now(second.id)).callbackAttempts).toBe(0);
  await press(caller, 'b');
  await caller.getByRole('button', { name: '无人接听（W）' }).waitFor();
  await press(caller, 'w');
  await caller.getByText('已计1/3次').waitFor();
  expect((await now(second.id)).callbackAttempts).toBe(1);
  // Whoever was called in this part of the day is not the next one to call.
  const order = await caller.locator('.workbench-item .item-title').allInnerTexts();
  expect(order).toEqual(['下水道堵塞', '垃圾没有清运']);

  await queued(caller, '下水道堵塞').focus();
  await caller.getByRole('button', { name: /下水道堵塞/ }).focus();
  await caller.keyboard.press('Enter');
  await caller.getByRole('heading', { name: '下水道堵塞' }).waitFor();
  await press(caller, 'b');
  await caller.getByRole('button', { name: '改时再访（G）' }).waitFor();
  await press(caller, 'g');
  await caller.getByLabel('约定时间').last().focus();
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
  await caller.keyboard.type(`${tomorrow} 09:30`);
  await caller.keyboard.press('Enter');
  await caller.getByRole('button', { name: '约定', exact: true }).focus();
  await caller.keyboard.press('Enter');
  await caller.getByText(/约\d\d-\d\d 09:30/).waitFor();
  await picture(caller, 'callback-list', phone);
  expect(await now(third.id)).toMatchObject({ state: 'callback', callbackAttempts: 0 });
  await desks.close();
  expect(desks.faults()).toEqual([]);
});

it('takes a survey company’s results from a supervisor, and says of each row that it was not taken', async () => {
  const { hotline } = house.opened();
  const ticket = await answered(hotline, '井盖缺失');
  const desks = house.desks();
  const supervisor = await desks.of('supervisor');
  await openScreen(supervisor, '群众回访');
  await supervisor.getByRole('button', { name: '导入调查结果' }).click();
  const day = shanghaiDate(new Date());
  const rows = [
    ['工单编号', '调查日期', '是否联系', '是否解决', '满意度'],
    [ticket.number, day, '已联系', '已解决', '非常满意'],
    [ticket.number, day, '已联系', '已解决', '还行'],
  ];
  const file = { name: '调查结果.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(rows)) };
  await dialogOn(supervisor).locator('input[type=file]').setInputFiles(file);
  await pressIn(supervisor, '导入');
  await supervisor.getByText('登记评价1条，此前已导入0行，没有导入1行').waitFor();
  await supervisor.getByText('第3行：满意度：须为以下之一').waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});
