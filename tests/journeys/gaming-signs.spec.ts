import type { GamingSign } from '#ticket/gaming-sign';
import type { RouteAnswer } from '#http-api/routes';
import { SignFinder } from '#satisfaction/gaming/sign-finder';
import { dissatisfied, leadOf, satisfied, type Registration, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

type Sign = RouteAnswer<'GET /api/gaming-signs'>['items'][number];
type Found = Pick<Sign, 'tickets' | 'why'>;

const signs = async (sign: GamingSign, state: Sign['state'] = 'open'): Promise<Sign[]> => {
  const supervisor = await at.house.as('supervisor');
  return (await supervisor.call('GET /api/gaming-signs', { query: { sign, state, limit: 200 } })).items;
};

const look = () => at.house.app.get(SignFinder, { strict: false }).look();

const behind = async ({ id }: Sign): Promise<string[]> => {
  const supervisor = await at.house.as('supervisor');
  const { items } = await supervisor.call('GET /api/gaming-signs/:id/tickets', {
    params: { id },
    query: { limit: 200 },
  });
  return items.map((ticket) => ticket.id).sort();
};

/** Each sign opens as many tickets as it says. */
async function found(sign: GamingSign, department?: string): Promise<(Found & { behind: string[] })[]> {
  await look();
  const all = (await signs(sign)).filter((each) => !department || each.department?.name === nameOf(department));
  return Promise.all(
    all.map(async (each) => {
      const ids = await behind(each);
      expect(ids).toHaveLength(each.tickets);
      return { tickets: each.tickets, why: each.why, behind: ids };
    }),
  );
}

const nameOf = (code: string): string => at.house.department(code).name;
const idsOf = (tickets: readonly { id: string }[]): string[] => tickets.map(({ id }) => id).sort();

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

async function rule(
  sign: GamingSign,
  given: { leastTickets?: number; windowDays?: number; limitValue?: number | null },
) {
  const manager = await at.house.as('manager');
  const { items } = await manager.call('GET /api/gaming-rules', { query: { limit: 200 } });
  const known = items.find((each) => each.sign === sign);
  if (!known) throw new Error(`no rule ${sign}`);
  const { leastTickets, windowDays, limitValue, version } = known;
  const body = { leastTickets, windowDays, limitValue, ...given };
  return manager.call('PUT /api/gaming-rules/:name', { params: { name: sign }, headers: ifMatch(version), body });
}

let numbers = 0;
/** Somebody who has never called. */
const somebody = () => ({ name: '某人', phone: `1390000${String((numbers += 1)).padStart(4, '0')}` });

/** Contacted as it should be, by somebody who has never called, unless it says otherwise. */
async function answered(given: Partial<Registration> = {}, { spoken = true } = {}): Promise<TicketView> {
  let ticket = await at.people.bring('handling', { citizen: somebody(), ...given });
  if (spoken) ticket = await at.people.contact(ticket);
  ticket = await at.people.reply(ticket);
  return at.people.change('reviewer', 'approve', ticket, {});
}

const rated = async (given: Partial<Registration> = {}, said: Parameters<typeof at.people.rate>[1] = satisfied) =>
  at.people.rate(await answered(given), said);

async function many<Made>(count: number, make: (index: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make(index));
  return made;
}

/** Something that lies in the database as another part of the house will write it. */
const write = (text: string, values: unknown[]) => at.house.database.sql.query(text, values);

describe('a number that rates many tickets', () => {
  const citizen = { name: '王某', phone: '13700001111' };

  it('is told from the fifth on, with the tickets and without the number', async () => {
    const four = await many(4, (index) => rated({ citizen: { ...citizen, name: `王某${index}` } }));
    expect(await found('same-number')).toEqual([]);
    const fifth = await rated({ citizen }, dissatisfied);
    expect(await found('same-number')).toEqual([
      {
        tickets: 5,
        why: '同一号码评价了5件工单，其中满意4件，涉及1个主办单位',
        behind: idsOf([...four, fifth]),
      },
    ]);
    const told = JSON.stringify(await signs('same-number'));
    expect(told).not.toContain('1370000');
    const rows = await write('SELECT subject FROM satisfaction.gaming_sign', []);
    expect(JSON.stringify(rows)).not.toContain('13700001111');
  });

  it('is told anew by a person’s dismissal only when it grew, and the dismissed one stays as it was', async () => {
    const [sign] = await signs('same-number');
    const quality = await at.house.as('quality');
    const params = { id: sign?.id ?? '' };
    const body = { reason: '小区物业的值班电话，代居民来电' };
    const dismissed = await quality.call('POST /api/gaming-signs/:id/dismiss', { params, body });
    expect(dismissed).toMatchObject({ state: 'dismissed', reason: body.reason, tickets: 5 });
    expect(await found('same-number')).toEqual([]);
    const again = await quality.refusal('POST /api/gaming-signs/:id/confirm', { params, body });
    expect(again).toMatchObject({ status: 409, detail: '这条线索已有核实结果，请刷新' });

    await rated({ citizen });
    await look();
    expect(await signs('same-number')).toMatchObject([{ tickets: 6, ticketsBefore: 5, state: 'open' }]);
    const [kept] = await signs('same-number', 'dismissed');
    expect(await behind(kept as Sign)).toHaveLength(5);
  });

  it('is kept when a person finds that it is so, and told anew in another time', async () => {
    const [sign] = await signs('same-number');
    const manager = await at.house.as('manager');
    const params = { id: sign?.id ?? '' };
    await manager.call('POST /api/gaming-signs/:id/confirm', { params, body: { reason: '工作人员自评' } });
    expect(await found('same-number')).toEqual([]);
    at.house.at('2026-11-02 10:00');
    expect(await found('same-number')).toEqual([]);
    expect(await signs('same-number', 'confirmed')).toMatchObject([
      { tickets: 6, settledBy: expect.any(String) as string },
    ]);
    await many(5, () => rated({ citizen }));
    expect(await found('same-number')).toMatchObject([{ tickets: 5 }]);
    expect(await signs('same-number')).toMatchObject([{ ticketsBefore: null }]);
  });

  it('is over when nobody looked at it in its time', async () => {
    at.house.at('2026-12-07 10:00');
    expect(await found('same-number')).toEqual([]);
    const [lapsed] = await signs('same-number', 'lapsed');
    expect(await behind(lapsed as Sign)).toHaveLength(5);
  });
});

describe('a department', () => {
  it('whose citizens’ numbers were changed before they rated is told from the third on', async () => {
    const agent = await at.house.as('agent');
    const changed = async () => {
      const ticket = await answered();
      const body = { phone: somebody().phone, reason: '诉求人换号' };
      await agent.call('POST /api/tickets/:id/callback-number', { params: { id: ticket.id }, body });
      return at.people.rate(ticket);
    };
    const two = await many(2, changed);
    expect(await found('number-changed')).toEqual([]);
    const third = await changed();
    const why = '3件工单改过联系号码后才评价，其中满意3件';
    expect(await found('number-changed')).toEqual([{ tickets: 3, why, behind: idsOf([...two, third]) }]);
  });

  it('that is rated seconds after a link was sent is told from the fifth on, and not of a second more', async () => {
    const quick = async (seconds: number) => {
      const ticket = await rated();
      await write(
        `UPDATE ticket.message SET sent_at = $2::timestamptz - make_interval(secs => $3) WHERE ticket_id = $1 AND kind = 'answered'`,
        [ticket.id, at.house.clock.now(), seconds],
      );
      await write(`UPDATE ticket.rating SET source = 'citizen-link' WHERE ticket_id = $1`, [ticket.id]);
      return ticket;
    };
    const four = await many(4, (index) => quick(index + 4));
    await quick(61);
    expect(await found('quick-rating')).toEqual([]);
    const fifth = await quick(60);
    const why = '5件在评价链接发出后60秒内评价，最快4秒，其中满意5件';
    expect(await found('quick-rating')).toEqual([{ tickets: 5, why, behind: idsOf([...four, fifth]) }]);
    // As the calls to citizens were before: history tells it so.
    await write(`UPDATE ticket.rating SET source = 'callback-human' WHERE source = 'citizen-link'`, []);
  });

  it('that answers different tickets in the same words is told from the fifth on', async () => {
    const words = '经查该路段照明电缆老化导致整条线路断电我局已更换新电缆一百二十米并逐一检修灯杆于三月十二日恢复照明';
    const asked = { categoryCode: 'traffic.bus' };
    const copying = async (index: number, text = words) => {
      const ticket = await at.people.bring('handling', { citizen: somebody(), ...asked });
      return at.people.reply(await at.people.contact(ticket), { publicText: `${text}第${index}号。` });
    };
    const four = await many(4, (index) => copying(index));
    await copying(
      9,
      '车站候车亭的玻璃被撞碎现场已用围挡隔离新玻璃由厂家定制预计下周二到货安装期间请从东侧通道上车不便之处请谅解',
    );
    expect(await found('copied-reply')).toEqual([]);
    const fifth = await copying(5);
    expect(await found('copied-reply', 'bus')).toEqual([
      { tickets: 5, why: '比对6份答复，5件雷同，分1组，最多一组5件', behind: idsOf([...four, fifth]) },
    ]);
  });

  it('that closes without having spoken with the citizen is told from its share on', async () => {
    at.house.at('2026-12-09 10:00');
    await rule('no-contact', { leastTickets: 2, windowDays: 1, limitValue: 50 });
    const silent = async () => at.people.rate(await answered({}, { spoken: false }));
    const first = await silent();
    // Nobody is to be contacted: a consultation has no clock for it.
    await at.people.rate(await answered({ type: 'consultation' }, { spoken: false }));
    expect(await found('no-contact')).toEqual([]);
    const second = await silent();
    const spoken = await rated();
    await rated();
    const why = '应先行联系的办结件4件，其中2件没有联系记录，占50%';
    expect(await found('no-contact')).toEqual([{ tickets: 2, why, behind: idsOf([first, second]) }]);
    expect(leadOf(spoken).contactedAt).not.toBeNull();
    await rated();
    expect(await found('no-contact')).toEqual([]);
  });

  it('whose tickets become void or are withdrawn is told from its share on', async () => {
    at.house.at('2026-12-14 10:00');
    await rule('exclusion', { leastTickets: 2, windowDays: 1, limitValue: 50 });
    const over = async (name: 'void' | 'withdraw') => {
      const ticket = await at.people.bring('handling', { citizen: somebody() });
      return at.people.change(name === 'void' ? 'supervisor' : 'agent', name, ticket, { reason: '重复登记' });
    };
    const first = await over('void');
    await many(2, () => rated());
    expect(await found('exclusion')).toEqual([]);
    const second = await over('withdraw');
    const why = '结束4件，其中申诉剔除0件、作废1件、撤单1件，占50%';
    expect(await found('exclusion')).toEqual([{ tickets: 2, why, behind: idsOf([first, second]) }]);
    await rated();
    expect(await found('exclusion')).toEqual([]);
  });
});

it('a department whose bad ratings are taken out by appeals is told like one whose tickets become void', async () => {
  at.house.at('2026-12-16 10:00');
  await rule('exclusion', { leastTickets: 2, windowDays: 1, limitValue: 50 });
  const supervisor = await at.house.as('supervisor');
  const takenOut = async () => {
    const bad = await at.people.rate(await at.people.bring('callback', { citizen: somebody() }), dissatisfied);
    const judged = await at.people.change('callback', 'judgement', bad, { reasonable: false, reason: '超出政策' });
    const handler = await at.people.handlerOf(leadOf(judged));
    const body = { reason: '办理合规，附依据' };
    const { id } = await handler.call('POST /api/tickets/:id/appeals', { params: { id: judged.id }, body });
    await supervisor.call('POST /api/appeals/:id/accept', { params: { id }, body: {} });
    return judged;
  };
  const first = await takenOut();
  expect(await found('exclusion')).toEqual([]);
  const second = await takenOut();
  const why = '结束2件，其中申诉剔除2件、作废0件、撤单0件，占100%';
  expect(await found('exclusion')).toEqual([{ tickets: 2, why, behind: idsOf([first, second]) }]);
});

describe('satisfied ratings that follow each other', () => {
  it('are told of a department when by the house’s own share that hardly happens, and not just before', async () => {
    at.house.at('2026-12-21 10:00');
    await rule('satisfied-run', { leastTickets: 3, windowDays: 1, limitValue: 40 });
    await rule('caller-run', { leastTickets: 3, windowDays: 1, limitValue: 50 });
    const elsewhere = { categoryCode: 'traffic.bus' };
    const turn = async () => {
      at.house.clock.advance(60_000);
      return rated(elsewhere);
    };
    await many(4, () => rated({}, dissatisfied));
    // Of seven ratings three are satisfied: a chance of .43³ = .079.
    const three = await many(3, turn);
    expect(await found('satisfied-run')).toEqual([]);
    // Of nine five: .556⁵ = .053. With two more dissatisfied elsewhere .4545⁵ = .0194.
    const two = await many(2, turn);
    expect(await found('satisfied-run')).toEqual([]);
    await many(2, () => rated({}, dissatisfied));
    const why = '5次评价中连续5次满意；按全热线满意率45.5%（5/11），出现的可能性不超过19‰';
    expect(await found('satisfied-run')).toEqual([{ tickets: 5, why, behind: idsOf([...three, ...two]) }]);
  });

  it('are told of whoever calls citizens back', async () => {
    // Whoever called had dissatisfied ones before and after: among eleven a run of five is no wonder.
    expect(await signs('caller-run')).toEqual([]);
    const calledBy = (role: 'supervisor' | 'callback') =>
      write(
        `UPDATE ticket.rating SET by_account = (SELECT id::text FROM ticket.account WHERE username = $1)
         WHERE at > '2026-12-20' AND solved = 'yes'`,
        [role],
      );
    await calledBy('supervisor');
    await look();
    const [told] = await signs('caller-run');
    expect(told).toMatchObject({ department: null, caller: { name: expect.any(String) as string }, tickets: 5 });
    expect(told?.why).toMatch(/^5次评价中连续5次满意；按全部人工回访满意率45\.5%（5\/11）/);
    expect(await behind(told as Sign)).toHaveLength(5);
    const supervisor = await at.house.as('supervisor');
    const own = { params: { id: told?.id ?? '' }, body: { reason: '没有问题' } };
    expect(await supervisor.refusal('POST /api/gaming-signs/:id/dismiss', own)).toMatchObject({
      status: 403,
      detail: '涉及本人的线索须由他人核实',
    });
    await calledBy('callback');
  });
});

describe('a rule', () => {
  it('is changed by the manager, by version, between its bounds; and what it finds then is shown at once', async () => {
    const changed = await rule('satisfied-run', { limitValue: 15 });
    expect(changed).toMatchObject({ version: 3, limitValue: 15, limitUnit: 'per-mille' });
    expect(await signs('satisfied-run')).toEqual([]);
    const manager = await at.house.as('manager');
    const stale = { params: { name: 'satisfied-run' }, headers: ifMatch(2) };
    const body = { leastTickets: 3, windowDays: 1, limitValue: 40 };
    expect(await manager.refusal('PUT /api/gaming-rules/:name', { ...stale, body })).toMatchObject({ status: 409 });
    const tooLong = { ...stale, headers: ifMatch(3), body: { ...body, windowDays: 900 } };
    expect(await manager.refusal('PUT /api/gaming-rules/:name', tooLong)).toMatchObject({
      status: 400,
      errors: [{ path: 'windowDays' }],
    });
    const nothing = { params: { name: 'nothing' }, headers: ifMatch(1), body };
    expect((await manager.refusal('PUT /api/gaming-rules/:name', nothing)).status).toBe(404);
  });

  it('says of every sign what it is', async () => {
    const { items } = await (await at.house.as('admin')).call('GET /api/gaming-rules', { query: { limit: 200 } });
    expect(items).toHaveLength(8);
    for (const { label, meaning } of items) expect([label, meaning].join()).toMatch(/\p{Script=Han}/u);
  });
});

describe('the list', () => {
  it('is read page by page, of one department, by whoever looks into it and nobody else', async () => {
    const supervisor = await at.house.as('supervisor');
    const whole = await supervisor.call('GET /api/gaming-signs', { query: { state: 'lapsed', limit: 200 } });
    expect(whole.items.length).toBeGreaterThan(2);
    const first = await supervisor.call('GET /api/gaming-signs', { query: { state: 'lapsed', limit: 1 } });
    const query = { state: 'lapsed', limit: 1, cursor: first.nextCursor ?? '' } as const;
    const second = await supervisor.call('GET /api/gaming-signs', { query });
    expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 2));
    const departmentId = at.house.department('bus').id;
    const ofBus = await supervisor.call('GET /api/gaming-signs', { query: { state: 'lapsed', departmentId } });
    expect(ofBus.items.map(({ department }) => department?.id)).toEqual(ofBus.items.map(() => departmentId));
    expect(ofBus.items.length).toBeGreaterThan(0);
    const handler = await at.house.as('handler', 'bus');
    expect((await handler.refusal('GET /api/gaming-signs', {})).status).toBe(403);
  });

  it('finds the same when it is looked for twice at once', async () => {
    const before = await at.house.database.sql.query(
      'SELECT id, tickets FROM satisfaction.gaming_sign ORDER BY id',
      [],
    );
    await Promise.all([look(), look()]);
    await look();
    const after = await at.house.database.sql.query('SELECT id, tickets FROM satisfaction.gaming_sign ORDER BY id', []);
    expect(after).toEqual(before);
  });
});
