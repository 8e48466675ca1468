import { goodReply, leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const matter = { title: '滨河路路灯整夜不亮', content: '滨河路银杏广场至水厂路口的路灯连续三晚没有亮。' };
const good =
  '您好，滨河路银杏广场至水厂路口的路灯因电缆被施工挖断停电，我局3月12日已抢修恢复照明。联系人：照明科，023-77720000。';

const checked = async (ticket: TicketView, publicText: string, role: 'handler' | 'reviewer' = 'handler') => {
  const client = role === 'handler' ? await at.people.handlerOf(leadOf(ticket)) : await at.house.as(role);
  const params = { id: leadOf(ticket).id };
  return (await client.call('POST /api/assignments/:id/check-reply', { params, body: { publicText } })).findings;
};

describe('a reply is checked before it is submitted', () => {
  it('says what a reviewer would, to whoever writes it and to the reviewer, and keeps nobody from submitting', async () => {
    const ticket = await at.people.bring('handling', matter);
    expect(await checked(ticket, good)).toEqual([]);
    const empty = '您好，您反映的问题已收悉，我们高度重视，将进一步加强管理。';
    const found = ['未回应诉求', '内容空泛', '没有时间', '没有联系方式'];
    expect((await checked(ticket, empty)).map(({ label }) => label)).toEqual(found);
    expect((await checked(ticket, empty, 'reviewer')).map(({ label }) => label)).toEqual(found);
    const handler = await at.people.handlerOf(leadOf(ticket));
    const params = { id: leadOf(ticket).id };
    await handler.call('POST /api/assignments/:id/reply', { params, body: { ...goodReply, publicText: empty } });
    expect((await at.people.now(ticket.id)).state).toBe('replied');
  });

  it('names the ticket it was copied from, of the own department and no other', async () => {
    const first = await at.people.bring('handling', matter);
    const handler = await at.people.handlerOf(leadOf(first));
    const body = { ...goodReply, publicText: good };
    await handler.call('POST /api/assignments/:id/reply', { params: { id: leadOf(first).id }, body });
    expect(await checked(first, good)).toEqual([]);
    const second = await at.people.bring('handling', matter);
    expect(await checked(second, `市民您好！${good}`)).toEqual([
      { flaw: 'copied', label: '与其他工单雷同', reason: `与工单${first.number}的答复几乎相同` },
    ]);
    const elsewhere = await at.people.bring('handling', { ...matter, categoryCode: 'traffic.bus' });
    expect(leadOf(elsewhere).departmentId).not.toBe(leadOf(first).departmentId);
    expect(await checked(elsewhere, good)).toEqual([]);
  });

  it('takes what everybody is told of a hot issue for no copy', async () => {
    const first = await at.people.bring('handling', matter);
    const body = { name: '滨河路照明', ticketIds: [first.id] };
    const { id: issueId } = await (await at.house.as('dispatcher')).call('POST /api/issues', { body });
    const told =
      '各位市民，滨河路全线更换电缆与变压器，分段停电施工，月底前恢复全部照明并逐日公布进度，夜间由交警值守路口，有疑问请拨打照明科电话。';
    await at.people.reply(first, { publicText: told, issueId });
    const second = await at.people.bring('handling', matter);
    expect((await checked(second, told)).map(({ flaw }) => flaw)).not.toContain('copied');
  });

  it('asks for a text, and is nobody else’s', async () => {
    const ticket = await at.people.bring('handling', matter);
    const params = { id: leadOf(ticket).id };
    const handler = await at.people.handlerOf(leadOf(ticket));
    const nothing = await handler.refusal('POST /api/assignments/:id/check-reply', {
      params,
      body: { publicText: ' ' },
    });
    expect(nothing.status).toBe(400);
    const stranger = await at.house.as('handler', 'bus');
    const body = { publicText: good };
    expect((await stranger.refusal('POST /api/assignments/:id/check-reply', { params, body })).status).toBe(404);
  });
});
