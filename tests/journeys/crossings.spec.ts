import { transitions, type TransitionName } from '#ticket/transition';
import { leadOf, goodReply, type PartView, type TicketView } from '#testing/people';
import { HouseClient, type Answer } from '#testing/house-client';
import type { House } from '#platform/house';
import { hotline } from './support/hotline';

/** Tickets on which the same two things cross, all at the same time. */
const rounds = 24;

const at = hotline();
let replica: House;

type Role = Parameters<typeof at.house.as>[0];

/** Somebody at one of two replicas, with what they do to a ticket there. */
interface Side {
  readonly who: readonly [role: Role, department?: string];
  readonly does: TransitionName;
  readonly try: (client: HouseClient, ticket: TicketView) => Promise<Answer>;
}

interface Crossed {
  readonly ticket: TicketView;
  readonly answers: readonly [Answer, Answer];
  /** Which of the two the history tells, in its order. */
  readonly told: readonly TransitionName[];
}

const helperOf = ({ assignments }: TicketView): PartView => {
  const helper = assignments.findLast(({ role }) => role === 'co-handler');
  if (!helper) throw new Error('nobody helps');
  return helper;
};

const idOf = (code: string): string => at.house.department(code).id;

const bringMany = (bring: () => Promise<TicketView>): Promise<TicketView[]> =>
  Promise.all(Array.from({ length: rounds }, bring));

async function cross(tickets: readonly TicketView[], ...sides: readonly [Side, Side]): Promise<Crossed[]> {
  const [here, there] = await Promise.all(
    sides.map(async ({ who }) => {
      const { token } = await at.house.as(...who);
      return [at.house.url, replica.url].map((url) => new HouseClient(url, token));
    }),
  );
  if (!here || !there) throw new Error('nobody is there');
  // At this replica and at that one in turns, and either first.
  const answers = await Promise.all(
    tickets.map((ticket, round) => {
      const clients = [here[round % 2], there[(round + 1) % 2]] as [HouseClient, HouseClient];
      const begin = (side: 0 | 1) => sides[side].try(clients[side], ticket);
      if (round % 4 < 2) return Promise.all([begin(0), begin(1)]);
      const second = begin(1);
      return Promise.all([begin(0), second]);
    }),
  );
  await at.house.settle();
  return Promise.all(
    tickets.map(async (ticket, round) => ({
      ticket,
      answers: answers[round] as [Answer, Answer],
      told: await toldOf(ticket, sides),
    })),
  );
}

async function toldOf({ id }: TicketView, sides: readonly [Side, Side]): Promise<TransitionName[]> {
  const query = { limit: 200 };
  const { items } = await (await at.house.as('agent')).call('GET /api/tickets/:id/history', { params: { id }, query });
  const names = items.map(({ name }) => name);
  return names.filter((name) => sides.some(({ does }) => does === name));
}

/** What whoever came too late reads: who did what meanwhile. */
const toldOfWinner = ({ who: [role, department], does }: Side): RegExp => {
  const people = { dispatcher: '派单员', 'shift-lead': '值班长', handler: '联络员', officer: '经办人' };
  const name = `${department ? at.house.department(department).name : ''}${people[role as keyof typeof people]}`;
  return new RegExp(`（${name}已于9月14日09:30${transitions[does].label}）$`);
};

/** One of the two was done, is told once, and the other one learns of it. */
function expectOneWins(crossed: readonly Crossed[], sides: readonly [Side, Side], before: TransitionName[] = []): void {
  for (const { answers, told } of crossed) {
    const won = answers[0].status === 200 ? 0 : 1;
    const [winner, loser] = won === 0 ? answers : [answers[1], answers[0]];
    expect([winner.status, loser.status]).toEqual([200, 409]);
    expect(loser.body).toMatchObject({ code: 'transition-refused' });
    expect((loser.body as { detail: string }).detail).toMatch(toldOfWinner(sides[won]));
    expect(told).toEqual([...before, sides[won].does]);
  }
  expect(crossed).toHaveLength(rounds);
}

const dispatches = (role: Role, code: string): Side => ({
  who: [role],
  does: 'dispatch',
  try: (client, { id }) =>
    client.try('POST /api/tickets/:id/dispatch', { params: { id }, body: { leadId: idOf(code) } }),
});

const redispatches = (role: Role, code: string): Side => ({
  who: [role],
  does: 'redispatch',
  try: (client, ticket) => {
    const { id: assignmentId, state } = leadOf(ticket);
    const body = { leadId: idOf(code), reason: '职责所在', insteadOf: { assignmentId, state } };
    return client.try('POST /api/tickets/:id/redispatch', { params: { id: ticket.id }, body });
  },
});

/** As another system does it, which says nothing of what it saw. */
const redispatchesUnseen = (role: Role, code: string): Side => ({
  ...redispatches(role, code),
  try: (client, { id }) =>
    client.try('POST /api/tickets/:id/redispatch', {
      params: { id },
      body: { leadId: idOf(code), reason: '职责所在' },
    }),
});

const signs = (role: Role): Side => ({
  who: [role, 'urban'],
  does: 'sign',
  try: (client, ticket) =>
    client.try('POST /api/assignments/:id/sign', { params: { id: leadOf(ticket).id }, body: {} }),
});

const replies = (role: Role): Side => ({
  who: [role, 'urban'],
  does: 'reply',
  try: (client, ticket) =>
    client.try('POST /api/assignments/:id/reply', {
      params: { id: leadOf(ticket).id },
      body: { ...goodReply, overruledReason: '由我局承担' },
    }),
});

const returns = (role: Role): Side => ({
  who: [role, 'urban'],
  does: 'return',
  try: (client, ticket) =>
    client.try('POST /api/assignments/:id/return', {
      params: { id: leadOf(ticket).id },
      body: { reasonCode: 'not-ours', basis: '不属于本单位职责范围' },
    }),
});

const helps: Side = {
  who: ['handler', 'town-east'],
  does: 'coReply',
  try: (client, ticket) =>
    client.try('POST /api/assignments/:id/reply', { params: { id: helperOf(ticket).id }, body: goodReply }),
};

const adds = (role: Role): Side => ({
  who: [role],
  does: 'addCoHandler',
  try: (client, { id }) =>
    client.try('POST /api/tickets/:id/add-co-handler', {
      params: { id },
      body: { departmentId: idOf('town-east') },
    }),
});

const removes: Side = {
  who: ['dispatcher'],
  does: 'removeCoHandler',
  try: (client, { id }) =>
    client.try('POST /api/tickets/:id/remove-co-handler', {
      params: { id },
      body: { departmentId: idOf('town-east'), reason: '不再需要' },
    }),
};

/** Urban management leads what others may be given instead. */
const led = async (): Promise<TicketView> =>
  at.people.change('dispatcher', 'dispatch', await at.people.register({ hold: true }), { leadId: idOf('urban') });
const joint = async (): Promise<TicketView> => {
  const body = { leadId: idOf('urban'), coHandlerIds: [idOf('town-east')] };
  return at.people.change('dispatcher', 'dispatch', await at.people.register({ hold: true }), body);
};
const working = async (): Promise<TicketView> => at.people.sign(await led());

const pairs: [what: string, bring: () => Promise<TicketView>, sides: () => [Side, Side]][] = [
  [
    'two dispatchers on one ticket',
    () => at.people.register({ hold: true }),
    () => [dispatches('dispatcher', 'urban'), dispatches('shift-lead', 'police')],
  ],
  [
    'two dispatchers who name another lead',
    led,
    () => [redispatches('dispatcher', 'police'), redispatches('shift-lead', 'housing')],
  ],
  [
    'two of them who name the same one',
    led,
    () => [redispatches('dispatcher', 'police'), redispatches('shift-lead', 'police')],
  ],
  [
    'two systems that name another lead and do not say what they saw',
    led,
    () => [redispatchesUnseen('dispatcher', 'police'), redispatchesUnseen('shift-lead', 'housing')],
  ],
  ['a return and a reply', working, () => [returns('handler'), replies('officer')]],
  ['a redispatch and a signature', led, () => [redispatches('dispatcher', 'police'), signs('handler')]],
  [
    'a change of the lead and the lead’s reply',
    working,
    () => [redispatches('dispatcher', 'police'), replies('handler')],
  ],
  ['a co-handler’s reply and its removal', joint, () => [removes, helps]],
  ['two dispatchers who ask the same department for help', led, () => [adds('dispatcher'), adds('shift-lead')]],
  ['two colleagues who sign', led, () => [signs('handler'), signs('officer')]],
  ['two colleagues who reply', working, () => [replies('handler'), replies('officer')]],
];

describe('what crosses on one ticket, at two replicas at the same moment:', () => {
  beforeAll(async () => (replica = await at.house.beside()));
  afterAll(() => replica.close());

  it.each(pairs)('of %s one wins, and the other is told who did what meanwhile', async (_what, bring, sidesOf) => {
    const sides = sidesOf();
    const tickets = await bringMany(bring);
    const earlier = await Promise.all(tickets.map((ticket) => toldOf(ticket, sides)));
    const crossed = await cross(tickets, ...sides);
    expectOneWins(crossed, sides, earlier[0]);
  });

  it('both of a return’s verdicts: one counts', async () => {
    const tickets = await bringMany(async () => at.people.giveBack(await working()));
    const ids = new Map(
      await Promise.all(tickets.map(async (ticket) => [ticket.id, await at.people.pendingReturn(ticket)] as const)),
    );
    const sides: [Side, Side] = [
      {
        who: ['dispatcher'],
        does: 'uphold',
        try: (client, { id }) =>
          client.try('POST /api/returns/:id/uphold', { params: { id: ids.get(id) ?? '' }, body: {} }),
      },
      {
        who: ['shift-lead'],
        does: 'rejectReturn',
        try: (client, { id }) =>
          client.try('POST /api/returns/:id/reject', {
            params: { id: ids.get(id) ?? '' },
            body: { reason: '职责所在' },
          }),
      },
    ];
    const crossed = await cross(tickets, ...sides);
    for (const { answers, told } of crossed) {
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(told).toEqual([answers[0].status === 200 ? 'uphold' : 'rejectReturn']);
    }
  });

  const approvals = async (tickets: readonly TicketView[]): Promise<Side> => {
    const ids = new Map<string, string>();
    for (const ticket of tickets) {
      const body = { until: '2026-09-22T18:00:00+08:00', reason: '待料', basis: '合同' };
      const params = { id: leadOf(ticket).id };
      const handler = await at.people.handlerOf(leadOf(ticket));
      ids.set(ticket.id, (await handler.call('POST /api/assignments/:id/request-extension', { params, body })).id);
    }
    await at.house.settle();
    return {
      who: ['supervisor'],
      does: 'extend',
      try: (client, { id }) =>
        client.try('POST /api/extensions/:id/approve', { params: { id: ids.get(id) ?? '' }, body: {} }),
    };
  };

  it('more time that is approved and a reply, which may still be sent back: both count, each once', async () => {
    const tickets = await bringMany(working);
    const crossed = await cross(tickets, await approvals(tickets), replies('handler'));
    for (const { ticket, answers, told } of crossed) {
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(told.toSorted()).toEqual(['extend', 'reply']);
      expect((await at.people.look(ticket.id)).dueAt).toBe('2026-09-22T10:00:00.000Z');
    }
  });

  it('more time that is approved and the review after which nobody needs it: none is given once the reply is approved', async () => {
    const tickets = await bringMany(working);
    const approving = await approvals(tickets);
    await Promise.all(tickets.map((ticket) => at.people.reply(ticket)));
    const reviews: Side = {
      who: ['reviewer'],
      does: 'approve',
      try: (client, { id }) => client.try('POST /api/tickets/:id/approve', { params: { id }, body: {} }),
    };
    for (const { answers, told } of await cross(tickets, approving, reviews)) {
      const [given, reviewed] = answers;
      expect(reviewed.status).toBe(200);
      expect(told).toEqual(given.status === 200 ? ['extend', 'approve'] : ['approve']);
      if (given.status === 200) continue;
      expect(given).toMatchObject({ status: 409, body: { code: 'transition-refused' } });
      expect(given.body).toMatchObject({ detail: '这次延期申请已有处理结果（审核员已于9月14日09:30审核通过）' });
    }
  });

  it('a batch that signs and single signatures: each part is signed once, and whoever was late is told', async () => {
    const tickets = await bringMany(led);
    const parts = tickets.map((ticket) => leadOf(ticket).id);
    const [handler, officer] = [await at.house.as('handler', 'urban'), await at.house.as('officer', 'urban')];
    const there = new HouseClient(replica.url, officer.token);
    // The batch goes from one end to the other, the colleague from the other end.
    const batch = handler.call('POST /api/assignments/sign', { body: { assignmentIds: parts } });
    const singles = new Map<string, Answer>();
    for (const id of parts.toReversed())
      singles.set(id, await there.try('POST /api/assignments/:id/sign', { params: { id }, body: {} }));
    const { items } = await batch;
    await at.house.settle();
    for (const [index, { assignmentId, refusal }] of items.entries()) {
      const single = singles.get(assignmentId);
      const isBatch = refusal === null;
      expect(single?.status).toBe(isBatch ? 409 : 200);
      const told = isBatch ? (single?.body as { detail: string }).detail : refusal;
      expect(told).toMatch(toldOfWinner(signs(isBatch ? 'handler' : 'officer')));
      const ticket = tickets[index] as TicketView;
      expect(await toldOf(ticket, [signs('handler'), signs('officer')])).toEqual(['sign']);
    }
    expect(items).toHaveLength(rounds);
  });
});
