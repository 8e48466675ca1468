import type { Page } from 'playwright-core';
import { goodReply } from '#testing/people';
import { until } from '#testing/until';
import { answered } from './answered';
import { clientOf } from './client-of';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { picture } from './picture';
import { ratedBadly } from './rated-badly';
import { withDesks } from './with-desks';

const house = withDesks();

/** Chooses from a short list of the dialog. */
async function chooseIn(page: Page, label: string, name: string): Promise<void> {
  await dialog(page).getByLabel(label, { exact: true }).click();
  await page.getByTitle(name, { exact: true }).locator('visible=true').last().click();
}

/** Handled again and answered: what the citizen said of the first round stands beside it. */
async function answeredAgain(title: string): Promise<{ id: string; number: string }> {
  const ticket = await ratedBadly(house.hotline(), title);
  const params = { id: ticket.id };
  const callback = await clientOf(house.hotline(), 'callback');
  const verdict = { reasonable: true, reason: '确未清运干净' };
  await callback.call('POST /api/tickets/:id/judgement', { params, body: verdict });
  const handler = await clientOf(house.hotline(), 'handler-urban');
  const { assignments } = await handler.call('GET /api/tickets/:id', { params });
  const part = { id: assignments.find(({ role, round }) => role === 'lead' && round === 2)?.id ?? '' };
  await handler.call('POST /api/assignments/:id/sign', { params: part, body: {} });
  const body = { ...goodReply, publicText: '已重新清运并拍照，请您查看。' };
  await handler.call('POST /api/assignments/:id/reply', { params: part, body });
  return ticket;
}

it('marks reworks for two reviewers, shows the round before beside the reply, and waits for the second', async () => {
  const admin = await house.desks().of('admin');
  await open(admin, '督促与延期');
  await admin.getByText('审核规则', { exact: true }).click();
  await admin.getByText('没有审核规则').waitFor();
  await admin.getByRole('button', { name: '新增审核规则' }).click();
  await chooseIn(admin, '规则', '两人审核：重办件');
  await dialog(admin).getByLabel('比例（%）').fill('100');
  await picture(admin, 'review-rule');
  await dialog(admin)
    .getByRole('button', { name: /^保\s?存$/ })
    .click();
  await admin.getByRole('row', { name: '两人审核：重办件' }).getByText('100%').waitFor();
  await picture(admin, 'review-rules');

  const { id, number } = await answeredAgain('楼前垃圾清运不干净');
  const reviewer = await house.desks().of('reviewer');
  await open(reviewer, '反馈审核');
  await reviewer.locator('.item', { hasText: number }).getByText('须两人审核').waitFor();
  const first = reviewer.getByLabel('第1轮');
  await first.getByText(goodReply.publicText).waitFor();
  await first.getByText('未解决').waitFor();
  await first.getByText('确未清运干净').waitFor();
  await picture(reviewer, 'review-with-round-before');
  await reviewer.getByRole('button', { name: '审核通过' }).click();
  await reviewer.locator('.item', { hasText: number }).getByText('已初审，待复审').waitFor();
  await picture(reviewer, 'first-approved');

  await reviewer.goto(`${house.hotline().url}/app/tickets/${id}`);
  await reviewer.getByText('各轮办理与评价').waitFor();
  await reviewer.getByText('初审通过').waitFor();
  await picture(reviewer, 'rounds-on-ticket-page');
});

it('draws replies that nobody reviewed, and keeps what was found of them', async () => {
  const admin = await clientOf(house.hotline(), 'admin');
  const agent = await clientOf(house.hotline(), 'agent');
  const category = (await agent.call('GET /api/categories')).items.find(({ code }) => code === 'city.waste');
  const params = { code: category?.code ?? '' };
  await admin.call('PATCH /api/categories/:code', { params, body: { autoApprove: true } });
  const rule = { categoryCode: params.code, percent: 100 };
  await admin.call('PUT /api/review-rules/:rule', { params: { rule: 'sampling' }, body: rule });
  const handler = await clientOf(house.hotline(), 'handler-urban');
  const said = { title: '垃圾三天未清', content: '三号楼前', areaCode: 'east-1', categoryCode: params.code };
  const { id, number } = await agent.call('POST /api/tickets', {
    body: { type: 'help', channel: 'phone', ...said, citizen: { name: '张小明', phone: '13900001111' }, hold: true },
  });
  const { items } = await agent.call('GET /api/departments');
  const leadId = items.find(({ code }) => code === 'urban')?.id ?? '';
  const dispatcher = await clientOf(house.hotline(), 'dispatcher');
  await dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id }, body: { leadId } });
  const { assignments } = await handler.call('GET /api/tickets/:id', { params: { id } });
  const part = { id: assignments[0]?.id ?? '' };
  await handler.call('POST /api/assignments/:id/sign', { params: part, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params: part, body: goodReply });

  await until(async () => {
    const { state } = await handler.call('GET /api/tickets/:id', { params: { id } });
    return state === 'callback' ? '' : state;
  });

  const reviewer = await house.desks().of('reviewer');
  await open(reviewer, '审核抽查');
  const row = reviewer.getByRole('row', { name: number });
  await row.getByRole('button', { name: /^抽\s?查$/ }).click();
  await dialog(reviewer).getByText(goodReply.publicText).waitFor();
  await chooseIn(reviewer, '应退回的原因（不选即无误）', '缺佐证');
  await picture(reviewer, 'sample');
  await press(reviewer, '记录结论');
  await reviewer.getByText('没有待抽查的反馈').waitFor();
  await reviewer.getByText('应退回', { exact: true }).click();
  await row.getByText('缺佐证').waitFor();
  await picture(reviewer, 'samples-faulty');
});

it('lets a department correct an approved reply, shows the reviewer both, and leaves the former where it is refused', async () => {
  const reviewer = await clientOf(house.hotline(), 'reviewer');
  const { id, number } = await answered(house.hotline(), '河边垃圾待清');

  const handler = await house.desks().of('handler-urban');
  await handler.goto(`${house.hotline().url}/app/tickets/${id}`);
  await handler.getByRole('button', { name: '更正反馈' }).click();
  await dialog(handler).getByLabel('更正原因').fill('联系人写错');
  await dialog(handler).getByLabel('答复内容（公开）').fill('您反映的垃圾已清运，联系人更正为王主任。');
  await picture(handler, 'correcting');
  await press(handler, '更正反馈');
  await handler.getByText('待审核', { exact: true }).first().waitFor();

  const desk = await house.desks().of('reviewer');
  await open(desk, '反馈审核');
  await desk.locator('.item', { hasText: number }).click();
  const former = desk.getByLabel('更正前的反馈');
  await former.getByText(goodReply.publicText).waitFor();
  await desk.getByText('联系人更正为王主任').first().waitFor();
  expect(await desk.getByRole('tab', { name: '退回补正' }).count()).toBe(0);
  await picture(desk, 'correction-under-review');
  await desk.getByRole('tab', { name: '不予更正' }).click();
  await desk.getByLabel('不予更正的理由').fill('原答复无误');
  await desk.getByRole('button', { name: '不予更正' }).click();
  await until(async () => {
    const { assignments, state } = await reviewer.call('GET /api/tickets/:id', { params: { id } });
    return state === 'callback' && assignments[0]?.reply?.publicText === goodReply.publicText ? '' : state;
  });
});
