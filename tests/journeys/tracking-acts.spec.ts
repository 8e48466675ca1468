import sharp from 'sharp';
import type { State } from '#ticket/state';
import { aForm, aPhotograph } from '#testing/files';
import { downloadFile } from '#testing/attachment-client';
import { leadOf, type TicketView } from '#testing/people';
import { breaksIn } from './support/audit-house';
import { Citizen, type Acts } from './support/citizen';
import { hotline } from './support/hotline';
import { looseFiles } from './support/stored-files';

const settings = {
  throttleFactor: 1_000,
  pictureMaxMb: 1,
  picturesPerTicket: 2,
  supplementsPerTicket: 3,
  nudgeHours: 24,
};
const at = hotline({ settings });

const citizenOf = (ticket: TicketView): Citizen => Citizen.of(at.house, ticket);
const incomplete = (given: object = {}) => at.people.register({ areaCode: null, ...given });
const historyOf = async ({ id }: TicketView) => {
  const { items } = await (await at.house.as('agent')).call('GET /api/tickets/:id/history', { params: { id } });
  return items;
};
const told = async (ticket: TicketView) => (await historyOf(ticket)).map(({ name }) => name);

/** A ticket in each state that citizens meet. */
const brought: { readonly [Each in State]?: () => Promise<TicketView> } = {
  incomplete,
  registered: () => at.people.bring('registered'),
  dispatched: () => at.people.bring('dispatched'),
  handling: () => at.people.bring('handling'),
  returning: async () => at.people.giveBack(await at.people.bring('handling')),
  replied: () => at.people.bring('replied'),
  callback: () => at.people.bring('callback'),
  closed: () => at.people.bring('closed'),
  withdrawn: async () => at.people.change('agent', 'withdraw', await at.people.register(), { reason: '撤' }),
  void: async () => at.people.change('supervisor', 'void', await at.people.register(), { reason: '废' }),
  merged: async () => {
    const { id: intoId } = await at.people.register();
    return at.people.change('dispatcher', 'merge', await at.people.register(), { intoId });
  },
};
const open: readonly State[] = [
  'incomplete',
  'registered',
  'dispatched',
  'handling',
  'returning',
  'replied',
  'callback',
];

const said: Acts = {
  complete: { address: '滨河社区三号楼' },
  supplement: { text: '今天更臭了' },
  nudge: { text: '请快一点' },
  withdraw: { reason: '已经解决' },
};
/** What waits for the citizen is theirs to complete, and nobody else's to hurry. */
const whileIncomplete: { readonly [Act in keyof Acts]?: boolean } = { complete: true, nudge: false };
const names = Object.keys(said) as (keyof Acts)[];

describe.each(Object.keys(brought) as State[])('while a ticket is %s', (state) => {
  it.each(names)('its citizen may %s or is told why not', async (name) => {
    const ticket = await (brought[state] as () => Promise<TicketView>)();
    expect(ticket.state).toBe(state);
    const citizen = citizenOf(ticket);
    const isAllowed =
      name in whileIncomplete
        ? whileIncomplete[name] === (state === 'incomplete') && open.includes(state)
        : open.includes(state);
    expect((await citizen.look()).acts.includes(name)).toBe(isAllowed);
    const before = await told(ticket);
    if (isAllowed) {
      await citizen.does(name, said[name]);
      const lines = await historyOf(ticket);
      expect(lines.slice(before.length).find((line) => line.name === name)).toMatchObject({ actor: 'citizen' });
    } else {
      const { code, detail, ...rest } = await citizen.refused(name, said[name]);
      expect([code, rest.state]).toEqual(['transition-refused', state]);
      expect(detail).toMatch(/请刷新查看最新进度；如有疑问请拨打12345$/);
      expect(detail).not.toContain('工单不能');
      expect(await told(ticket)).toEqual(before);
    }
    await at.house.settle();
  });

  it('its citizen may add a picture or is told why not', async () => {
    const ticket = await (brought[state] as () => Promise<TicketView>)();
    const citizen = citizenOf(ticket);
    if (open.includes(state)) return expect((await citizen.addsPicture(await aPhotograph())).pictures).toHaveLength(1);
    expect(await citizen.pictureRefused(await aPhotograph())).toMatchObject({ code: 'transition-refused', state });
    expect(await looseFiles(at.house)).toEqual([]);
  });
});

describe('what is sent twice', () => {
  it.each(names)('with one key is done once, also in parallel: %s', async (name) => {
    const ticket = name === 'complete' ? await incomplete() : await at.people.bring('handling');
    const citizen = citizenOf(ticket);
    const parallel = Array.from({ length: 5 }, () => citizen.does(name, said[name], 'double-tap'));
    const answers = await Promise.all(parallel);
    await at.house.settle();
    await citizen.does(name, said[name], 'double-tap');
    expect((await told(ticket)).filter((line) => line === name)).toHaveLength(1);
    expect(answers.every(({ number }) => number === ticket.number)).toBe(true);
  });

  it('is another citizen’s with the same key: each is answered of the own ticket', async () => {
    const [one, other] = [await at.people.bring('handling'), await at.people.bring('handling')];
    const [first, second] = [
      await citizenOf(one).does('nudge', {}, 'key-1'),
      await citizenOf(other).does('nudge', {}, 'key-1'),
    ];
    expect([first.number, second.number]).toEqual([one.number, other.number]);
    expect([first.nudges, second.nudges]).toEqual([1, 1]);
  });

  it('with one key and other words is refused', async () => {
    const citizen = citizenOf(await at.people.bring('handling'));
    await citizen.does('supplement', { text: '一' }, 'key');
    expect((await citizen.refused('supplement', { text: '二' }, 'key')).code).toBe('key-reused');
  });

  it('is one picture, and nothing is left of the second', async () => {
    const ticket = await at.people.bring('handling');
    const citizen = citizenOf(ticket);
    const photograph = await aPhotograph();
    await citizen.addsPicture(photograph, '现场.jpg', 'once');
    expect((await citizen.addsPicture(photograph, '现场.jpg', 'once')).pictures).toHaveLength(1);
    expect(await looseFiles(at.house)).toEqual([]);
  });
});

describe('a nudge', () => {
  it('is counted, seen on the desk, moves no clock, and is taken again after a day', async () => {
    const ticket = await at.people.bring('handling');
    const citizen = citizenOf(ticket);
    const now = at.house.clock.now();
    const view = await citizen.does('nudge', {});
    expect([view.nudges, view.nudgeFrom]).toEqual([1, '2026-09-15T01:30:00.000Z']);
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { items } = await handler.call('GET /api/assignments', { query: { state: 'working', limit: 200 } });
    expect(items.find(({ ticketId }) => ticketId === ticket.id)?.ticket.nudges).toBe(1);
    expect((await at.people.now(ticket.id)).clocks).toEqual(ticket.clocks);
    expect((await citizen.refused('nudge', {})).detail).toBe('不久前已经催办过，9月15日 09:30以后可以再次催办');
    at.house.at('2026-09-15 09:29');
    expect((await citizen.refused('nudge', {})).code).toBe('conflict');
    at.house.at('2026-09-15 09:30');
    expect((await citizen.does('nudge', {})).nudges).toBe(2);
    at.house.clock.set(now.toISOString());
  });

  it('is one of five that are made in the same moment', async () => {
    const ticket = await at.people.bring('handling');
    const body = citizenOf(ticket).pair;
    const nobody = at.house.nobody();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => nobody.try('POST /api/public/track/nudge', { body })),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect((await at.people.now(ticket.id)).nudges).toBe(1);
  });
});

describe('what a citizen adds', () => {
  it.each(['supplement', 'nudge', 'withdraw'] as const)('is told to its department’s open pages: %s', async (name) => {
    const ticket = await at.people.bring('handling');
    const { token } = await at.people.handlerOf(leadOf(ticket));
    const page = new AbortController();
    const headers = { authorization: `Bearer ${token ?? ''}` };
    const { body } = await fetch(`${at.house.url}/api/events`, { headers, signal: page.signal });
    const chunks = (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    let heard = (await chunks.read()).value ?? '';
    await citizenOf(ticket).does(name, said[name]);
    while (!heard.includes(ticket.id)) heard += (await chunks.read()).value ?? '';
    page.abort();
    expect(heard).not.toContain('更臭');
  });

  it('stands on the ticket as the citizen’s, as its department sees it', async () => {
    const ticket = await at.people.bring('handling');
    await citizenOf(ticket).does('supplement', { text: '今天更臭了' });
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { supplements } = await handler.call('GET /api/tickets/:id', { params: { id: ticket.id } });
    expect(supplements).toEqual([
      { at: '2026-09-14T01:30:00.000Z', fromCitizen: true, by: 'citizen', text: '今天更臭了' },
    ]);
  });

  it('is kept from the department as far as it tells who a protected citizen is', async () => {
    const citizen = { name: '司马光', phone: '13611112222', confidential: true };
    const ticket = await at.people.bring('handling', { citizen });
    const holder = citizenOf(ticket);
    await holder.does('supplement', { text: '我是司马光，电话13611112222，楼道又堆满了。' });
    await holder.addsPicture(await aPhotograph());
    const handler = await at.people.handlerOf(leadOf(ticket));
    const seen = await handler.call('GET /api/tickets/:id', { params: { id: ticket.id } });
    expect(seen.supplements[0]?.text).toContain('楼道又堆满了');
    expect(JSON.stringify(seen)).not.toMatch(/司马光|13611112222/);
    expect([seen.attachments.length, seen.attachmentsWithheld]).toEqual([0, 1]);
  });

  it('is taken so often and no more', async () => {
    const citizen = citizenOf(await at.people.bring('handling'));
    for (const text of ['一', '二', '三']) await citizen.does('supplement', { text });
    expect(await citizen.refused('supplement', { text: '四' })).toMatchObject({
      code: 'conflict',
      detail: '已经补充了 3 次，还有情况请拨打12345',
    });
  });
});

describe('a picture', () => {
  it('is seen by the department as the citizen’s, and by no other one', async () => {
    const ticket = await at.people.bring('handling');
    await citizenOf(ticket).addsPicture(await aPhotograph());
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { attachments } = await handler.call('GET /api/tickets/:id', { params: { id: ticket.id } });
    expect(attachments).toMatchObject([{ by: 'citizen', fromCitizen: true, kind: 'scene', name: '现场.jpg' }]);
    const file = attachments[0] ?? { id: '' };
    expect((await downloadFile(handler, ticket, file)).status).toBe(200);
    expect((await downloadFile(await at.house.as('handler', 'police'), ticket, file)).status).toBe(404);
  });

  const large = () =>
    sharp({
      create: { width: 900, height: 900, channels: 3, background: 'red', noise: { type: 'gaussian', sigma: 90 } },
    })
      .png()
      .toBuffer();
  it.each<[string, () => Promise<Uint8Array | string>, string, number, string]>([
    ['text', () => Promise.resolve('一段说明'), '说明.txt', 400, '这里只能上传图片'],
    ['a program called a picture', () => Promise.resolve('MZ\u0090\u0000'), 'a.jpg', 400, '不接受这种文件'],
    ['broken', async () => (await aPhotograph()).subarray(0, 700), 'a.jpg', 400, '图片已损坏'],
    ['too large', large, 'a.png', 413, '文件超过 1 MB'],
  ])('that is %s is refused, and nothing of it is left', async (_what, content, name, status, words) => {
    const citizen = citizenOf(await at.people.register());
    const problem = await citizen.pictureRefused(await content(), name);
    expect([problem.status, problem.detail.startsWith(words) ? words : problem.detail]).toEqual([status, words]);
    expect((await citizen.look()).pictures).toEqual([]);
    expect(await looseFiles(at.house)).toEqual([]);
  });

  it('is taken so often and no more, also of five that come in at the same moment', async () => {
    const ticket = await at.people.register();
    const citizen = citizenOf(ticket);
    const photograph = await aPhotograph();
    const sent = Array.from({ length: 5 }, () => citizen.addsPicture(photograph));
    const settled = await Promise.allSettled(sent);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await citizen.look()).picturesLeft).toBe(0);
    expect((await citizen.pictureRefused(photograph)).detail).toBe('您最多可以补充 2 张图片，还有材料请拨打12345');
    expect(await looseFiles(at.house)).toEqual([]);
  });

  it('is not read of anybody whose number and code do not stand before it', async () => {
    const ticket = await at.people.register();
    const { pair } = citizenOf(ticket);
    const nobody = at.house.nobody();
    const late = aForm(await aPhotograph(), 'a.jpg');
    for (const [field, value] of Object.entries(pair)) late.append(field, value);
    const wrong = aForm(await aPhotograph(), 'a.jpg', { ...pair, code: '222222222222' });
    const statuses = [];
    for (const body of [late, wrong])
      statuses.push((await nobody.try('POST /api/public/track/pictures', { body })).status);
    expect(statuses).toEqual([400, 404]);
    expect(await looseFiles(at.house)).toEqual([]);
  });
});

describe('what was missing', () => {
  it('is said by the citizen, and the ticket is dispatched', async () => {
    const ticket = await incomplete();
    const citizen = citizenOf(ticket);
    expect((await citizen.look()).missing).toEqual([{ element: 'where', words: '事情发生在哪里' }]);
    await citizen.does('complete', { address: '滨河社区三号楼' });
    expect(await at.people.now(ticket.id)).toMatchObject({ state: 'dispatched', address: '滨河社区三号楼' });
  });

  it('is said whole, each thing in its field, or refused in words', async () => {
    const ticket = await at.people.register({ areaCode: null, content: '', citizen: undefined });
    const citizen = citizenOf(ticket);
    const { errors } = await citizen.refused('complete', {
      content: '垃圾没有清运',
      occurredAt: '2026-09-13T08:00:00+08:00',
    });
    expect(errors?.map(({ path, message }) => `${path}: ${message}`).sort()).toEqual([
      'address: 请填写：事情发生在哪里',
      'citizen: 请填写：怎么称呼您、怎么联系您（也可以选择匿名）',
      'occurredAt: 这一项不需要补充',
    ]);
    await citizen.does('complete', { content: '垃圾没有清运', address: '三号楼', citizen: { phone: '13655556666' } });
    const { citizen: known, content } = await at.people.now(ticket.id);
    expect([known.phone, content]).toEqual(['136****6666', '垃圾没有清运']);
  });

  it('is added to what stands there, and changes no number that was registered', async () => {
    let ticket = await at.people.register({ hold: true });
    ticket = await at.people.change('dispatcher', 'ask-more', ticket, { missing: ['course', 'who'] });
    const citizen = citizenOf(ticket);
    const more = { content: '希望每天清运' };
    const refused = await citizen.refused('complete', { ...more, citizen: { phone: '13699990000' } });
    expect(refused.errors).toEqual([{ path: 'citizen.phone', message: '已经登记过，不能在这里更改，请拨打12345' }]);
    await citizen.does('complete', { ...more, citizen: { phone: '13812345678' } });
    const { content, callbackNumberChanges } = await at.people.now(ticket.id);
    expect(content).toBe(`${ticket.content}\n\n诉求人补充：希望每天清运`);
    expect(callbackNumberChanges).toBe(0);
  });
});

it('leaves a history that the audit finds whole', async () => {
  await at.house.settle();
  expect(await breaksIn(at.house)).toEqual([]);
});
