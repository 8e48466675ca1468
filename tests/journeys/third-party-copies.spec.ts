import { createHash } from 'node:crypto';
import { canonicalJson } from '#store/canonical-json';
import { firstBrokenLink } from '#store/history-chain';
import { readHistory } from '#store/read-history';
import type { HouseClient, Sent } from '#testing/house-client';
import { Maintenance } from '#platform/maintenance';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

/** Says who asked in every field that leaves the house. */
const telling = {
  title: '张小明反映小区垃圾三天没有清运',
  content:
    '我是张小明，电话138 1234 5678，东城街道滨河社区三号楼前的垃圾三天没有清运，物业王经理的车渝A12345挡在门口。',
  address: '东城街道滨河社区三号楼',
  callId: 'call-4711-0815',
  citizen: { name: '张小明', phone: '13812345678', address: '滨河路12号滨河小区3栋2单元501室' },
} as const;

const corrected = {
  title: '小区垃圾三天没有清运',
  content: '东城街道滨河社区三号楼前的垃圾三天没有清运。',
  place: '东城街道滨河社区三号楼',
  recipient: '滨河物业公司',
  purpose: '协调整改',
} as const;

type Issue = 'POST /api/tickets/:id/third-party-copies';
const issue = ({ id }: { id: string }, more: Partial<Sent<Issue>> = {}): Sent<Issue> => ({
  params: { id },
  body: corrected,
  ...more,
});
const of = ({ id }: { id: string }) => ({ params: { id } });
const lastLine = async (client: HouseClient, ticket: { id: string }) =>
  (await client.call('GET /api/tickets/:id/history', of(ticket))).items.at(-1);
const copiesOf = async (ticket: { id: string }) =>
  (await (await at.house.as('agent')).call('GET /api/tickets/:id/third-party-copies', of(ticket))).items;

describe('a draft for a third party', () => {
  it('says what the matter is, and nothing of who reported it', async () => {
    const ticket = await at.people.register(telling);
    const agent = await at.house.as('agent');
    const draft = await agent.call('GET /api/tickets/:id/third-party-copy', of(ticket));
    expect(draft).toMatchObject({
      ticketNumber: ticket.number,
      type: 'help',
      category: ticket.category?.name,
      area: '东城街道滨河社区',
      registeredOn: '2026-09-14',
      title: { text: '〔姓名〕反映小区垃圾三天没有清运', blanks: [{ kind: 'name', from: 0, to: 4 }] },
      content: {
        text: '我是〔姓名〕，电话〔电话〕，东城街道滨河社区三号楼前的垃圾三天没有清运，物业王经理的车〔车牌〕挡在门口。',
      },
      place: { text: '东城街道滨河社区三号楼' },
      reply: null,
      removed: [
        { kind: 'name', label: '姓名', count: 2 },
        { kind: 'phone', label: '电话', count: 1 },
        { kind: 'plate', label: '车牌', count: 1 },
      ],
      isProtected: false,
    });
    const seen = await agent.call('GET /api/tickets/:id', of(ticket));
    for (const hidden of ['张小明', '12345678', seen.citizen.id, seen.trackingCode, telling.callId])
      expect(JSON.stringify(draft)).not.toContain(hidden);
  });

  it('carries the reply once it was approved, not before', async () => {
    const handled = await at.people.bring('handling');
    const ticket = await at.people.reply(handled, { publicText: '张小明先生您好，垃圾已清运，咨询电话77771234。' });
    const reviewer = await at.house.as('reviewer');
    const draft = () => reviewer.call('GET /api/tickets/:id/third-party-copy', of(ticket));
    expect((await draft()).reply).toBeNull();
    await at.people.change('reviewer', 'approve', ticket, {});
    expect((await draft()).reply?.text).toBe('〔姓名〕先生您好，垃圾已清运，咨询电话〔电话〕。');
  });

  it('records nothing: nobody has taken anything out of the house', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    await agent.call('GET /api/tickets/:id/third-party-copy', of(ticket));
    expect((await lastLine(agent, ticket))?.name).not.toBe('thirdPartyCopy');
  });
});

describe('a copy that is issued', () => {
  it('is kept as it left the house, and the history says who got it, what for, and its digest', async () => {
    const ticket = await at.people.register(telling);
    const handler = await at.people.handlerOf(leadOf(ticket));
    const copy = await handler.call('POST /api/tickets/:id/third-party-copies', issue(ticket));
    const { title, content, place, recipient, purpose } = corrected;
    expect(copy).toMatchObject({ recipient, purpose, printed: { title, content, place, reply: null } });
    expect(copy.sha256).toBe(createHash('sha256').update(canonicalJson(copy.printed)).digest('hex'));
    const line = await lastLine(handler, ticket);
    expect(line).toMatchObject({
      name: 'thirdPartyCopy',
      label: '出具第三方副本',
      from: 'dispatched',
      to: 'dispatched',
    });
    expect(line?.data).toEqual({ copyId: copy.id, sha256: copy.sha256, recipient, purpose });
    expect(copy.number).toBe(`${ticket.number}-${line?.seq}`);
    const params = { id: ticket.id, copyId: copy.id };
    expect(await handler.call('GET /api/tickets/:id/third-party-copies/:copyId', { params })).toEqual(copy);
  });

  it('leaves the chain whole when those who got it are erased', async () => {
    const ticket = await at.people.bring('closed', { citizen: { name: '赵铁柱', phone: '13800001234' } });
    await (await at.house.as('agent')).call('POST /api/tickets/:id/third-party-copies', issue(ticket));
    const body = { ticketId: ticket.id, reason: '书面申请' };
    const { id } = await (await at.house.as('supervisor')).call('POST /api/erasures', { body });
    await (await at.house.as('manager')).call('POST /api/erasures/:id/approve', { params: { id }, body: {} });
    await at.house.app.get(Maintenance).run();
    const lines = await readHistory(at.house.database.sql, ticket.id);
    expect(lines.find(({ name }) => name === 'thirdPartyCopy')?.text).toBeNull();
    expect(firstBrokenLink(at.house.keys, lines)).toBeNull();
    expect(JSON.stringify(lines)).not.toContain(corrected.recipient);
  });

  it('may be made of a ticket that has ended, and moves neither it nor its clocks', async () => {
    const closed = await at.people.bring('closed');
    const voided = await at.people.change('supervisor', 'void', await at.people.register(), { reason: '测试工单' });
    for (const ticket of [closed, voided]) {
      const supervisor = await at.house.as('supervisor');
      await supervisor.call('POST /api/tickets/:id/third-party-copies', issue(ticket));
      const { version, state, clocks } = await at.people.now(ticket.id);
      expect({ version, state, clocks }).toEqual({
        version: ticket.version,
        state: ticket.state,
        clocks: ticket.clocks,
      });
    }
  });

  it('is listed with the others, the newest first', async () => {
    const ticket = await at.people.bring('registered');
    const agent = await at.house.as('agent');
    const made = [];
    for (let n = 0; n < 3; n += 1)
      made.unshift(await agent.call('POST /api/tickets/:id/third-party-copies', issue(ticket)));
    const page = { ...of(ticket), query: { limit: 2 } };
    const first = await agent.call('GET /api/tickets/:id/third-party-copies', page);
    const cursor = first.nextCursor ?? '';
    const rest = await agent.call('GET /api/tickets/:id/third-party-copies', { ...page, query: { limit: 2, cursor } });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(rest.nextCursor).toBeNull();
  });

  it('is made once under one Idempotency-Key, also when it is sent six times at once', async () => {
    const ticket = await at.people.bring('registered');
    const agent = await at.house.as('agent');
    const headers = { 'idempotency-key': 'one copy' };
    const send = () => agent.call('POST /api/tickets/:id/third-party-copies', issue(ticket, { headers }));
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await copiesOf(ticket)).toHaveLength(1);
    const other = issue(ticket, { headers, body: { ...corrected, recipient: '另一家物业' } });
    expect(await agent.refusal('POST /api/tickets/:id/third-party-copies', other)).toMatchObject({
      code: 'key-reused',
    });
  });
});

describe('identity put back by hand', () => {
  it.each([
    ['title', '标题', '张小明反映垃圾没有清运', '姓名', '还有姓名1处'],
    [
      'content',
      '诉求内容',
      '回电一三八一二三四五六七八，车牌渝A·12345和渝A54321',
      '电话、车牌',
      '还有电话1处、车牌2处',
    ],
    ['place', '地点', '滨河小区3栋501', '住址', '还有住址1处'],
    ['reply', '公开答复', '〔姓名〕的身份证500232199001011234已核对', '身份证号', '还有身份证号1处'],
  ] as const)('is refused at its field, and nothing leaves: %s', async (field, label, said, kinds, message) => {
    const ticket = await at.people.register(telling);
    const agent = await at.house.as('agent');
    const sent = issue(ticket, { body: { ...corrected, [field]: said } });
    expect(await agent.refusal('POST /api/tickets/:id/third-party-copies', sent)).toMatchObject({
      status: 400,
      code: 'invalid',
      detail: `${label}中有${kinds}，请删去后再出具`,
      errors: [{ path: field, message }],
    });
    expect(await copiesOf(ticket)).toEqual([]);
    expect((await lastLine(agent, ticket))?.name).not.toBe('thirdPartyCopy');
  });

  it('is known by the citizen as corrected last, not as at registration', async () => {
    const ticket = await at.people.register(telling);
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${ticket.version}"` };
    await agent.call('PATCH /api/tickets/:id', { ...of(ticket), body: { citizen: { name: '张晓鸣' } }, headers });
    const sent = issue(ticket, { body: { ...corrected, content: '张晓鸣家门口的垃圾' } });
    expect(await agent.refusal('POST /api/tickets/:id/third-party-copies', sent)).toMatchObject({ status: 400 });
  });
});

describe("another department's ticket", () => {
  it('is not found, nor are its copies', async () => {
    const ticket = await at.people.register({ ...telling, categoryCode: 'utility.water' });
    const copy = await (await at.house.as('agent')).call('POST /api/tickets/:id/third-party-copies', issue(ticket));
    const handler = await at.house.as('handler', 'urban');
    const notFound = { status: 404, code: 'not-found' };
    const params = { id: ticket.id, copyId: copy.id };
    expect(await handler.refusal('GET /api/tickets/:id/third-party-copy', of(ticket))).toMatchObject(notFound);
    expect(await handler.refusal('POST /api/tickets/:id/third-party-copies', issue(ticket))).toMatchObject(notFound);
    expect(await handler.refusal('GET /api/tickets/:id/third-party-copies', of(ticket))).toMatchObject(notFound);
    expect(await handler.refusal('GET /api/tickets/:id/third-party-copies/:copyId', { params })).toMatchObject(
      notFound,
    );
    expect(await copiesOf(ticket)).toHaveLength(1);
  });

  it('lends its copies to no other ticket', async () => {
    const [one, other] = [await at.people.register(), await at.people.register()];
    const agent = await at.house.as('agent');
    const copy = await agent.call('POST /api/tickets/:id/third-party-copies', issue(one));
    const params = { id: other.id, copyId: copy.id };
    expect(await agent.refusal('GET /api/tickets/:id/third-party-copies/:copyId', { params })).toMatchObject({
      status: 404,
    });
  });
});

describe('a protected ticket', () => {
  const refused = { status: 403, detail: '保密工单、举报和反映本单位的工单，第三方副本由热线出具' };
  const kinds: [string, Parameters<typeof at.people.register>[0]][] = [
    ['confidential', { ...telling, citizen: { ...telling.citizen, confidential: true } }],
    ['a report', { ...telling, type: 'report', citizen: { ...telling.citizen, confidential: false } }],
  ];

  it.each(kinds)('is copied by the hotline alone: %s', async (_, given) => {
    const ticket = await at.people.register(given);
    const handler = await at.people.handlerOf(leadOf(ticket));
    expect(await handler.refusal('GET /api/tickets/:id/third-party-copy', of(ticket))).toMatchObject(refused);
    expect(await handler.refusal('POST /api/tickets/:id/third-party-copies', issue(ticket))).toMatchObject(refused);
    expect(await copiesOf(ticket)).toEqual([]);
    const agent = await at.house.as('agent');
    const draft = await agent.call('GET /api/tickets/:id/third-party-copy', of(ticket));
    expect(draft.isProtected).toBe(true);
    const copy = await agent.call('POST /api/tickets/:id/third-party-copies', issue(ticket));
    expect(await tellsNothing(copy.printed, ticket)).toBe(true);
  });
});

/** Neither the citizen nor anything that leads to them stands in what left the house. */
async function tellsNothing(printed: object, ticket: TicketView): Promise<boolean> {
  const agent = await at.house.as('agent');
  const { citizen, trackingCode } = await agent.call('GET /api/tickets/:id', of(ticket));
  const hidden = ['张小明', '张', '12345678', '501', citizen.id, trackingCode, telling.callId];
  return hidden.every((each) => !each || !JSON.stringify(printed).includes(each));
}
