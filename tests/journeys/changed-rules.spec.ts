import { Recomputer } from '#deadlines/recomputer';
import { DeadLetters } from '#queue/dead-letters';
import type { RouteRequest } from '#http-api/routes';
import { Maintenance } from '#platform/maintenance';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

/** Monday; 1 to 7 October 2026 are free, Sunday 20 September and Saturday 10 October are worked. */
const at = hotline({ now: '2026-09-21T10:00:00+08:00' });

type NewLimit = NonNullable<RouteRequest<'POST /api/time-limits'>['body']>;
type NewHours = NonNullable<RouteRequest<'POST /api/office-hours'>['body']>;
type NewYear = NonNullable<RouteRequest<'PUT /api/calendars/:year'>['body']>;

const help = { type: 'help', clock: 'finish', unit: 'working-days', source: '区政府办通知' } as const;
const admin = () => at.house.as('admin');

const previewLimit = async (body: NewLimit) =>
  (await admin()).call('POST /api/time-limits', { query: { preview: 'true' }, body });
const setLimit = async (body: NewLimit) => (await admin()).call('POST /api/time-limits', { body });
const year = async (body: NewYear, preview = false) =>
  (await admin()).call('PUT /api/calendars/:year', {
    params: { year: '2026' },
    query: { preview: preview ? 'true' : 'false' },
    body,
  });

/** Ten seconds later every process has heard of the change, and what it touches is gone through. */
async function followed() {
  at.house.clock.advance(10_000);
  await at.house.app.get(Recomputer, { strict: false }).run();
  const { items } = await (await admin()).call('GET /api/recomputations', { query: { limit: 1 } });
  return items[0];
}

type Dues = Map<string, string>;
const duesOf = async (tickets: readonly TicketView[]): Promise<Dues> => {
  const now = await Promise.all(tickets.map(({ id }) => at.people.look(id)));
  const running = now.flatMap(({ id, clocks }) =>
    clocks.filter(({ state }) => state === 'running').map(({ kind, dueAt }) => [`${id} ${kind}`, dueAt] as const),
  );
  return new Map(running);
};
/** What differs between two looks, as a preview names it. */
const differences = (before: Dues, after: Dues) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key} ${before.get(key) ?? 'none'} ${after.get(key) ?? 'none'}`)
    .sort();
const named = (items: readonly { ticketId: string; clock: string; from: string | null; to: string | null }[]) =>
  items.map(({ ticketId, clock, from, to }) => `${ticketId} ${clock} ${from ?? 'none'} ${to ?? 'none'}`).sort();

const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describe('a limit that is changed', () => {
  it('moves what its preview named, and nothing else', async () => {
    const tickets = [
      await at.people.register(),
      await at.people.register({ type: 'complaint' }),
      await at.people.register({ urgency: 'urgent' }),
      await at.people.sign(await at.people.register()),
    ];
    const before = await duesOf(tickets);
    const preview = await previewLimit({ ...help, amount: 3 });
    expect(await duesOf(tickets)).toEqual(before);
    expect(preview.moves).toMatchObject({ tickets: 2, clocks: 4, exact: true, unknown: 0 });
    await setLimit({ ...help, amount: 3 });
    expect(await followed()).toMatchObject({ state: 'done', movedTickets: 2, movedClocks: 4 });
    expect(differences(before, await duesOf(tickets))).toEqual(named(preview.moves?.items ?? []));
    expect((await at.people.look(tickets[0]?.id ?? '')).dueAt).toBe(shanghai('2026-09-24 18:00'));
  });

  it('leaves a clock that has ended as it was', async () => {
    const answered = await at.people.reply(await at.people.contact(await at.people.sign(await at.people.register())));
    const approved = await at.people.change('reviewer', 'approve', answered, {});
    await setLimit({ ...help, amount: 9 });
    await followed();
    const { dueAt, promisedAt } = await at.people.look(approved.id);
    expect([dueAt, promisedAt]).toEqual([approved.dueAt, approved.promisedAt]);
  });

  it('tells once how many it moved, and by whom it was changed', async () => {
    await at.people.register();
    await setLimit({ ...help, amount: 4 });
    const done = await followed();
    await at.house.app.get(Recomputer, { strict: false }).run();
    const { items } = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', {
      query: { subject: 'recomputation', subjectId: done?.id, limit: 10 },
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actor: '系统管理员',
      action: 'carryOut',
      after: { rule: 'time-limit', of: 'help/*/finish', movedTickets: done?.movedTickets },
    });
  });

  it('for steps from a day to come moves nothing now, and counts from that day on', async () => {
    const early = await at.people.register();
    const preview = await previewLimit({ ...help, amount: 2, validFrom: '2026-10-12' });
    expect(preview).toMatchObject({ state: 'planned', moves: { touched: 0, tickets: 0 } });
    await setLimit({ ...help, amount: 2, validFrom: '2026-10-12' });
    at.house.at('2026-10-12 10:00');
    const late = await at.people.register();
    expect([early.dueAt, late.dueAt]).toEqual([shanghai('2026-09-28 18:00'), shanghai('2026-10-14 18:00')]);
    const { items } = await (await admin()).call('GET /api/time-limits', { query: { history: 'true', limit: 200 } });
    const versions = items.filter((each) => each.type === 'help' && each.clock === 'finish');
    expect(versions.map(({ version, amount, state }) => [version, amount, state])).toEqual([
      [5, 2, 'in-force'],
      [4, 4, 'past'],
      [3, 9, 'past'],
      [2, 3, 'past'],
      [1, 5, 'past'],
    ]);
  });

  it('of a category holds for the categories below it, and not for an emergency', async () => {
    at.house.at('2026-10-12 10:00');
    const other = { ...help, type: null, amount: 8, categoryCode: 'city' } as const;
    await setLimit(other);
    const [inCity, elsewhere] = [
      await at.people.register({ categoryCode: 'city.waste' }),
      await at.people.register({ categoryCode: 'care.hygiene' }),
    ];
    const urgent = await at.people.register({ categoryCode: 'city.waste', urgency: 'urgent' });
    expect([inCity.dueAt, elsewhere.dueAt, urgent.dueAt]).toEqual([
      shanghai('2026-10-22 18:00'),
      shanghai('2026-10-14 18:00'),
      shanghai('2026-10-13 10:00'),
    ]);
    await setLimit({ ...other, amount: null });
    await followed();
    expect((await at.people.look(inCity.id)).dueAt).toBe(shanghai('2026-10-14 18:00'));
  });

  it('is refused where it would leave nothing, or names what there is not', async () => {
    const refusal = async (body: NewLimit) => (await admin()).refusal('POST /api/time-limits', { body });
    expect(await refusal({ ...help, amount: null })).toMatchObject({ status: 409 });
    expect(await refusal({ ...help, amount: 3, categoryCode: 'nowhere' })).toMatchObject({ detail: '没有这个类别' });
    expect(await refusal({ ...help, amount: 0 })).toMatchObject({ status: 400 });
  });
});

describe('a change that is sent twice', () => {
  it('is one version of limits and of office hours, answered alike', async () => {
    const client = await admin();
    const twice = async (send: (headers: Record<string, string>) => Promise<unknown>) => {
      const headers = { 'idempotency-key': 'the same one' };
      const first = await send(headers);
      expect(await send(headers)).toEqual(first);
    };
    const limit = { ...help, clock: 'contact', amount: 2 } as const;
    await twice((headers) => client.call('POST /api/time-limits', { headers, body: limit }));
    const hours = { sessions: [{ from: '09:00', to: '18:00' }], source: '连续办公' };
    await twice((headers) => client.call('POST /api/office-hours', { headers, body: hours }));
    const { items } = await client.call('GET /api/office-hours', { query: {} });
    expect(items.map(({ version }) => version)).toEqual([1, 0]);
    const usual = { sessions: items[1]?.sessions ?? [], source: '恢复午休' };
    await client.call('POST /api/office-hours', { body: usual });
    await followed();
  });
});

describe('a calendar that is changed', () => {
  const inForce = async () => (await admin()).call('GET /api/calendars/:year', { params: { year: '2026' } });
  const typhoon = { date: '2026-10-15', working: false, name: '台风停工' };

  it('moves what its preview named: the clocks that run over the day', async () => {
    at.house.at('2026-10-12 11:00');
    const [over, short] = [
      await at.people.register({ type: 'complaint' }),
      await at.people.register({ urgency: 'critical' }),
    ];
    const tickets = [over, short];
    const before = await duesOf(tickets);
    const { source, days } = await inForce();
    const body = { source: `${source}；防汛停工通知`, published: true, days: [...days, typhoon] };
    const preview = await year(body, true);
    const ours = preview.moves?.items.filter(({ ticketId }) => tickets.some(({ id }) => id === ticketId)) ?? [];
    await year(body);
    expect(await followed()).toMatchObject({
      movedTickets: preview.moves?.tickets,
      movedClocks: preview.moves?.clocks,
      tickets: preview.moves?.touched,
    });
    expect(differences(before, await duesOf(tickets))).toEqual(named(ours));
    expect(ours.map(({ ticketId, clock }) => [ticketId, clock])).toEqual([
      // Day and night, but for the promise, which has working days upon it.
      [short.id, 'citizen'],
      [over.id, 'finish'],
      [over.id, 'citizen'],
    ]);
  });

  it('that only says more of its source moves nothing', async () => {
    const { days } = await inForce();
    const preview = await year({ source: '更正依据', published: true, days }, true);
    expect(preview.moves).toMatchObject({ touched: 0, tickets: 0, clocks: 0 });
  });
});

describe('office hours that are changed', () => {
  const set = async (sessions: { from: string; to: string }[], preview = false) =>
    (await admin()).call('POST /api/office-hours', {
      query: { preview: preview ? 'true' : 'false' },
      body: { sessions, source: '区政府办作息通知' },
    });

  it('move what their preview named: with a longer lunch break office hours end later, and the day when it closes', async () => {
    at.house.at('2026-11-03 10:00');
    const tickets = [await at.people.register({ hold: true }), await at.people.register({ urgency: 'critical' })];
    const before = await duesOf(tickets);
    expect(before.get(`${tickets[0]?.id} dispatch`)).toBe(shanghai('2026-11-03 12:00'));
    const sessions = [
      { from: '09:00', to: '11:30' },
      { from: '14:30', to: '17:30' },
    ];
    const preview = await set(sessions, true);
    const ours = preview.moves?.items.filter(({ ticketId }) => tickets.some(({ id }) => id === ticketId)) ?? [];
    expect(await set(sessions)).toMatchObject({ version: 3, sessions });
    expect(await followed()).toMatchObject({ subject: 'office-hours', movedClocks: preview.moves?.clocks });
    const after = await duesOf(tickets);
    expect(differences(before, after)).toEqual(named(ours));
    expect(after.get(`${tickets[0]?.id} dispatch`)).toBe(shanghai('2026-11-03 15:00'));
    expect(after.get(`${tickets[1]?.id} finish`)).toBe(before.get(`${tickets[1]?.id} finish`));
  });

  it('are kept with every version, and refused when no day could be made of them', async () => {
    const { items } = await (await admin()).call('GET /api/office-hours', { query: {} });
    expect(items.map(({ version, inForce }) => [version, inForce])).toEqual([
      [3, true],
      [2, false],
      [1, false],
      [0, false],
    ]);
    const body = {
      sessions: [
        { from: '14:00', to: '18:00' },
        { from: '09:00', to: '12:00' },
      ],
      source: '区政府办作息通知',
    };
    const refused = async (wrong: Partial<NewHours>) =>
      (await admin()).refusal('POST /api/office-hours', { body: { ...body, ...wrong } });
    expect(await refused({})).toMatchObject({ status: 400, detail: '各时段须先后排列，互不重叠，结束晚于开始' });
    expect(await refused({ sessions: null })).toMatchObject({ detail: '全区工作时间不能停用，请填写时段' });
    const departmentId = '01900000-0000-7000-8000-000000000000';
    expect(await refused({ departmentId, sessions: null })).toMatchObject({ detail: '没有这个单位，或已停用' });
  });
});

describe('office hours of a department', () => {
  const set = async (body: NewHours, preview = false) =>
    (await admin()).call('POST /api/office-hours', { query: { preview: preview ? 'true' : 'false' }, body });
  const lines = async (ticketId: string, kind: string) => {
    const { clocks } = await at.people.look(ticketId);
    const id = clocks.find((each) => each.kind === kind)?.id ?? '';
    return (await (await admin()).call('GET /api/clocks/:id/receipt', { params: { id } })).lines;
  };

  it('move the parts of that department as their preview named them, and nobody else’s: the promise stays', async () => {
    at.house.at('2026-11-09 10:00');
    const ours = await at.people.register({ type: 'complaint' });
    const others = await at.people.register({
      type: 'complaint',
      categoryCode: 'conduct.village',
      areaCode: 'river-1',
    });
    const departmentId = leadOf(ours).departmentId;
    const before = await duesOf([ours, others]);
    const body = { departmentId, sessions: [{ from: '08:00', to: '16:30' }], source: '错峰办公' };
    const preview = await set(body, true);
    expect(await set(body)).toMatchObject({ departmentId, version: 1, inForce: true });
    expect(await followed()).toMatchObject({ subjectId: departmentId, movedClocks: preview.moves?.clocks });
    const after = await duesOf([ours, others]);
    // How long it may still object is a rule's; a ticket does not list it.
    const moved = (preview.moves?.items ?? [])
      .filter(({ ticketId }) => [ours.id, others.id].includes(ticketId))
      .filter(({ clock }) => clock !== 'return-window');
    expect(differences(before, after)).toEqual(named(moved));
    expect(after.get(`${ours.id} finish`)).toMatch(/T08:30/);
    expect(after.get(`${ours.id} citizen`)).toBe(before.get(`${ours.id} citizen`));
    expect(await lines(ours.id, 'finish')).toContain('工作时间：08:00–16:30（承办单位第1版，错峰办公）');
    expect(await lines(ours.id, 'citizen')).toContain('工作时间：09:00–11:30、14:30–17:30（第3版，区政府办作息通知）');
  });

  it('end when it goes back to those of the house', async () => {
    at.house.at('2026-11-09 11:00');
    const ticket = await at.people.register({ type: 'complaint' });
    const { departmentId } = leadOf(ticket);
    await set({ departmentId, sessions: null, source: '恢复统一作息' });
    await followed();
    expect((await duesOf([ticket])).get(`${ticket.id} finish`)).toMatch(/T09:30/);
  });

  it('differ in a season of the year: each day counts by its own', async () => {
    at.house.at('2026-11-09 12:00');
    const ticket = await at.people.register({ type: 'complaint' });
    const { departmentId } = leadOf(ticket);
    const sessions = [{ from: '09:00', to: '18:00' }];
    // Ten working days later it is the twenty-third.
    const winter = { from: '11-20', to: '03-31', sessions: [{ from: '09:00', to: '16:00' }] };
    const body = { departmentId, sessions, seasons: [winter], source: '冬令作息' };
    const preview = await set(body, true);
    expect(preview.moves?.items.some(({ ticketId }) => ticketId === ticket.id)).toBe(true);
    expect(await set(body)).toMatchObject({ sessions, seasons: [winter] });
    await followed();
    const early = await at.people.register();
    const dues = await duesOf([ticket, early]);
    expect(dues.get(`${ticket.id} finish`)).toBe(shanghai('2026-11-23 16:00'));
    // Two working days, as the tests above have left this limit.
    expect(dues.get(`${early.id} finish`)).toBe(shanghai('2026-11-11 18:00'));
    expect((await lines(ticket.id, 'finish')).join('\n')).toContain(
      '工作时间：09:00–18:00；11月20日至3月31日 09:00–16:00（承办单位第',
    );
    await set({ departmentId, sessions: null, source: '恢复统一作息' });
    await followed();
  });

  it('have no two seasons on one day, and none where the house’s are kept again', async () => {
    const { departmentId } = leadOf(await at.people.register());
    const season = { from: '05-01', to: '09-30', sessions: [{ from: '08:30', to: '12:00' }] };
    const refused = async (given: object) =>
      (await admin()).refusal('POST /api/office-hours', { body: { departmentId, source: '夏令', ...given } as never });
    const sessions = [{ from: '09:00', to: '18:00' }];
    const twice = [season, { ...season, from: '09-30', to: '10-31' }];
    for (const seasons of [twice, [{ ...season, to: '09-31' }]])
      expect(await refused({ sessions, seasons })).toMatchObject({
        detail: '各季节作息须有起止日期，互不重叠；时段须先后排列，互不重叠',
      });
    expect(await refused({ sessions: null, seasons: [season] })).toMatchObject({
      detail: '恢复全区工作时间的，不另设季节作息',
    });
  });
});

describe('a year that is published at last', () => {
  const lettersOf = async (ticketId: string) => {
    const { items } = await (await admin()).call('GET /api/dead-letters', { query: { limit: 200 } });
    return items.filter((letter) => letter.ticketId === ticketId);
  };
  const giveUp = (ticketId: string, service: string, reason: string) =>
    at.house.app.get(DeadLetters).add({ ticketId, service, reason, event: 'ticket.edited', seq: 1, attempts: 5 });

  it('gives the tickets their clocks that waited for it', async () => {
    at.house.at('2026-12-28 10:00');
    const { id, clocks: known } = await at.people.register();
    expect(known.map(({ kind }) => kind)).not.toContain('citizen');
    const waiting = (await lettersOf(id)).map(({ service, reason }) => `${service} ${reason}`);
    expect(waiting[0]).toMatch(/^deadlines WaitsForPerson: 2027年/);
    await giveUp(id, 'intake', 'WaitsForPerson: a word');
    await giveUp(id, 'deadlines', 'Error: tried in vain');
    const body = { source: '通知', published: true, days: [{ date: '2027-01-01', working: false, name: '元旦' }] };
    await (await admin()).call('PUT /api/calendars/:year', { params: { year: '2027' }, body });
    await followed();
    const { clocks } = await at.people.look(id);
    expect(clocks.find(({ kind }) => kind === 'citizen')?.dueAt).toBe(shanghai('2027-01-04 17:30'));
    // What else was given up of the ticket waits for something else.
    const left = await lettersOf(id);
    expect(left.map(({ service, reason }) => `${service} ${reason}`).sort()).toEqual([
      'deadlines Error: tried in vain',
      'intake WaitsForPerson: a word',
    ]);
    for (const { id: letter } of left)
      await (await admin()).call('POST /api/dead-letters/:id/requeue', { params: { id: letter }, body: undefined });
    await at.house.settle();
  });

  it('leaves a ticket waiting that needs still another year', async () => {
    at.house.at('2027-12-28 10:00');
    await at.house.app.get(Maintenance).run();
    const { id } = await at.people.register();
    const waiting = await lettersOf(id);
    expect(waiting).not.toEqual([]);
    const { days } = await (await admin()).call('GET /api/calendars/:year', { params: { year: '2027' } });
    const body = {
      source: '更正',
      published: true,
      days: [...days, { date: '2027-12-31', working: false, name: '调休' }],
    };
    await (await admin()).call('PUT /api/calendars/:year', { params: { year: '2027' }, body });
    await followed();
    expect(await lettersOf(id)).toEqual(waiting);
    await (
      await admin()
    ).call('PUT /api/calendars/:year', {
      params: { year: '2028' },
      body: { source: '通知', published: true, days: [{ date: '2028-01-03', working: false, name: '元旦' }] },
    });
    await followed();
    expect(await lettersOf(id)).toEqual([]);
  });
});
