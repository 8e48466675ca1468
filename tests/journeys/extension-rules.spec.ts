import type { RouteRequest } from '#http-api/routes';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-03-02T10:00:00+08:00' });

async function working(given: Parameters<typeof at.people.register>[0] = {}): Promise<TicketView> {
  at.house.at('2026-03-02 10:00');
  return at.people.sign(await at.people.register(given));
}

async function ask(ticket: TicketView, until: string) {
  const body = { until: `${until}T18:00:00+08:00`, reason: '配件须从外地调运', basis: '《限时办理办法》第九条' };
  return { handler: await at.people.handlerOf(leadOf(ticket)), request: { params: { id: leadOf(ticket).id }, body } };
}

async function asked(ticket: TicketView, until: string) {
  const { handler, request } = await ask(ticket, until);
  const extension = await handler.call('POST /api/assignments/:id/request-extension', request);
  await at.house.settle();
  return extension;
}

async function refused(ticket: TicketView, until: string) {
  const { handler, request } = await ask(ticket, until);
  return handler.refusal('POST /api/assignments/:id/request-extension', request);
}

describe('a rule for extensions', () => {
  const admin = () => at.house.as('admin');
  type Terms = NonNullable<RouteRequest<'PUT /api/extension-rules/:name'>['body']>;
  const terms: Terms = { amount: 3, unit: 'working-days', approver: 'leader', source: '区政府办〔2026〕12号' };
  const rules = async (history: 'true' | 'false' = 'false') => {
    const { items } = await (await admin()).call('GET /api/extension-rules', { query: { history, limit: 200 } });
    return items;
  };
  const inForce = async (name: string) => (await rules()).find((rule) => rule.name === name);
  const change = async (name: string, body: Terms) => {
    const headers = { 'if-match': `"${(await inForce(name))?.version ?? 0}"` };
    return (await admin()).call('PUT /api/extension-rules/:name', { params: { name }, headers, body });
  };
  const lastEvent = async (subjectId: string) => {
    const query = { subject: 'extension-rule', subjectId, limit: 1 } as const;
    const { items } = await (await at.house.as('quality')).call('GET /api/admin-events', { query });
    return items[0];
  };
  const end = async (name: string) => (await admin()).call('DELETE /api/extension-rules/:name', { params: { name } });

  it('is read by everybody: which tickets, how often, how much, and by whom', async () => {
    const { items } = await (await at.house.as('handler', 'urban')).call('GET /api/extension-rules', {});
    expect(items.map(({ name, amount, unit, approver }) => `${name} ${amount} ${unit} ${approver}`)).toEqual([
      'consultation.1 2 working-days supervisor',
      'help.1 5 working-days supervisor',
      'complaint.1 5 working-days supervisor',
      'complaint.2 5 working-days leader',
      'report.1 5 working-days supervisor',
      'report.2 5 working-days leader',
      'suggestion.1 5 working-days supervisor',
      'other.1 5 working-days supervisor',
      'urgent.1 24 hours supervisor',
    ]);
  });

  it('that is changed holds for what is asked from then on, and not for what was asked before', async () => {
    const [before, after] = [await working({ type: 'suggestion' }), await working({ type: 'suggestion' })];
    const earlier = await asked(before, '2026-03-12');
    expect(await change('suggestion.1', terms)).toMatchObject({ version: 2, state: 'in-force', ...terms });
    expect(await lastEvent('suggestion.1')).toMatchObject({
      action: 'edit',
      before: { version: 1, amount: 5, approver: 'supervisor' },
      after: { version: 2, amount: 3, approver: 'leader', source: terms.source },
    });
    expect(await refused(after, '2026-03-16')).toMatchObject({ detail: '延期不能超过2026-03-12 18:00' });
    const later = await asked(after, '2026-03-12');
    expect([earlier.approver, later.approver]).toEqual(['supervisor', 'leader']);
    const supervisor = await at.house.as('supervisor');
    const one = { params: { id: later.id }, body: {} };
    expect(await supervisor.refusal('POST /api/extensions/:id/approve', one)).toMatchObject({
      detail: '这次延期须由区领导审批',
    });
    const first = await supervisor.call('POST /api/extensions/:id/approve', { params: { id: earlier.id }, body: {} });
    expect(first.state).toBe('approved');
    const versions = (await rules('true')).filter(({ name }) => name === 'suggestion.1');
    expect(versions.map(({ version, state, validTo }) => [version, state, validTo])).toEqual([
      [2, 'in-force', null],
      [1, 'past', '2026-03-02'],
    ]);
  });

  it('gives a class one more extension, and takes it away again, the last one first', async () => {
    const add = { ...terms, type: 'help', nth: 3 } as const;
    const refusal = async (body: typeof add | (Omit<typeof add, 'nth'> & { nth: number })) =>
      (await admin()).refusal('POST /api/extension-rules', { body });
    expect(await refusal(add)).toMatchObject({ status: 400, detail: '请先设第2次延期' });
    expect(await refusal({ ...add, nth: 1 })).toMatchObject({ status: 409, detail: '已有第1次延期的规则，请直接修改' });
    const second = await (await admin()).call('POST /api/extension-rules', { body: { ...add, nth: 2 } });
    expect(second).toMatchObject({ name: 'help.2', version: 1, state: 'in-force' });
    const ticket = await working();
    const { id } = await asked(ticket, '2026-03-10');
    await (await at.house.as('supervisor')).call('POST /api/extensions/:id/approve', { params: { id }, body: {} });
    await at.house.settle();
    expect((await asked(ticket, '2026-03-12')).approver).toBe('leader');
    const params = { name: 'help.1' };
    expect(await (await admin()).refusal('DELETE /api/extension-rules/:name', { params })).toMatchObject({
      status: 409,
      detail: '请先停用第2次延期',
    });
    await end('help.2');
    await end('help.1');
    expect(await lastEvent('help.1')).toMatchObject({ action: 'end', before: { amount: 5 }, after: null });
    expect(await refused(await working(), '2026-03-10')).toMatchObject({ detail: '此类工单不能延期' });
    const again = await (await admin()).call('POST /api/extension-rules', { body: { ...add, nth: 1 } });
    expect(again).toMatchObject({ name: 'help.1', version: 2 });
  });

  it('is refused for a class that is none, at a version that is stale, and where there is no rule', async () => {
    const sent = (body: object) => ({ body: body as Terms & { nth: number } });
    const post = async (body: object) =>
      (await admin()).refusal('POST /api/extension-rules', sent({ ...terms, ...body }));
    expect(await post({ nth: 1 })).toMatchObject({ status: 400, detail: '请在诉求类型和紧急程度中选一项' });
    expect(await post({ nth: 1, type: 'help', urgency: 'critical' })).toMatchObject({ status: 400 });
    expect(await post({ nth: 1, type: 'praise' })).toMatchObject({ status: 400 });
    expect(await post({ nth: 1, urgency: 'critical', amount: 0 })).toMatchObject({ status: 400 });
    const put = async (name: string, version: number) =>
      (await admin()).refusal('PUT /api/extension-rules/:name', {
        params: { name },
        headers: { 'if-match': `"${version}"` },
        body: terms,
      });
    expect(await put('report.1', 7)).toMatchObject({ status: 409, code: 'version-conflict' });
    expect(await put('critical.1', 1)).toMatchObject({ status: 404 });
  });
});
