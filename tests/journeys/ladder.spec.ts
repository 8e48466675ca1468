import { Recomputer } from '#deadlines/recomputer';
import { OwedDrafting } from '#deadlines/supervisions/owed-drafting';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { readAllClockFacts } from '#store/clock-facts';
import { writeClocks } from '#store/clock-rows';
import { MarkStore } from '#store/mark-store';
import { uuidInMonthOf } from '#store/uuid-v7';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-09-14T10:00:00+08:00' });

type Fired = RouteAnswer<'GET /api/alerts'>['items'][number];

/** The rungs of one ticket as they fired: `finish urge`. */
async function fired({ id }: Pick<TicketView, 'id'>): Promise<string[]> {
  const all: Fired[] = [];
  const supervisor = await at.house.as('supervisor');
  for (let cursor: string | undefined; ;) {
    const page = await supervisor.call('GET /api/alerts', { query: { limit: 200, cursor } });
    all.push(...page.items.filter(({ ticketId }) => ticketId === id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return all.reverse().map(({ clock, rung }) => `${clock} ${rung}`);
}

const of = (clock: string, rungs: readonly string[]) =>
  rungs.filter((each) => each.startsWith(`${clock} `)).map((each) => each.split(' ')[1]);

const marksIn = async ({ id }: TicketView) => {
  const { items } = await (
    await at.house.as('agent')
  ).call('GET /api/tickets/:id/history', { params: { id }, query: { limit: 200 } });
  return items
    .filter(({ name }) => name === 'mark')
    .map(({ data }) => `${String(data['kind'])} ${String(data['rung'])}`);
};

describe('the ladder', () => {
  it('climbs from the flags to the head, the draft of an order, the district office and the month’s notice', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.contact(await at.people.sign(await at.people.register()));
    // Due on Sunday the 20th, which is worked; Friday the 25th is a holiday.
    const climbs: [string, string][] = [
      ['2026-09-20 18:00', 'red'],
      ['2026-09-21 18:00', 'urge'],
      ['2026-09-22 18:00', 'supervision'],
      ['2026-09-28 18:00', 'district-office'],
      ['2026-10-08 09:00', 'monthly-notice'],
    ];
    for (const [instant, rung] of climbs) {
      at.house.at(instant);
      await at.house.mark();
      await at.house.mark();
      expect(of('finish', await fired(ticket)).at(-1)).toBe(rung);
    }
    expect(of('finish', await fired(ticket))).toEqual(['yellow', ...climbs.map(([, rung]) => rung)]);
    expect(of('finish', await marksIn(ticket))).toEqual(['yellow', ...climbs.map(([, rung]) => rung)]);
    expect(await at.house.faults()).toEqual([]);
  });

  it('reminds once of a step that begins, also when two compute its clock at the same time', async () => {
    const ticket = await at.people.register();
    const sql = at.house.database.derived.about(ticket.id);
    const [facts] = await readAllClockFacts(sql, [ticket.id]);
    const begins = facts?.clocks.find(({ kind }) => kind === 'sign');
    const time = begins?.ladder.find(({ rung }) => rung === 'reminder');
    if (!facts || !begins || !time) throw new Error('nothing begins');
    // Whoever read the history before the first had written the clock gave it an id of their own.
    const clock = { ...begins, id: uuidInMonthOf(ticket.id) };
    const late = {
      ...{ ticketId: ticket.id, seq: facts.ticket.seq, changed: [clock], parts: [] },
      summary: { dueAt: null, promisedAt: null, alert: 'none' } as const,
      begun: [{ id: uuidInMonthOf(ticket.id), clock, time }],
    };
    expect(await writeClocks(sql, [late], new Date('2026-09-14T09:30:00+08:00'))).toEqual([ticket.id]);
    expect(of('sign', await fired(ticket))).toEqual(['reminder']);
  });

  it('drafts one order for each due time, which a person signs or gives up', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.contact(await at.people.sign(await at.people.register()));
    at.house.at('2026-09-22 18:00');
    await at.house.mark();
    const drafts = at.house.app.get(OwedDrafting, { strict: false });
    await Promise.all([drafts.draftAll(), drafts.draftAll()]);
    expect(await drafts.draftAll()).toBe(0);
    const { supervisions } = await at.people.now(ticket.id);
    expect(supervisions).toMatchObject([{ state: 'draft', cause: 'ladder' }]);
    expect(supervisions).toHaveLength(1);
  });

  it('climbs just as far while nobody has signed, after a reminder that no line repeats', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register();
    expect(await fired(ticket)).toEqual(['sign reminder']);
    expect(await marksIn(ticket)).toEqual([]);
    at.house.at('2026-09-17 18:00');
    await at.house.mark();
    expect(of('sign', await fired(ticket))).toEqual(['reminder', 'yellow', 'red', 'urge', 'supervision']);
  });

  it('climbs within the hotline while nobody has dispatched', async () => {
    at.house.at('2026-09-14 10:00');
    const held = await at.people.register({ hold: true });
    at.house.at('2026-09-22 09:00');
    await at.house.mark();
    expect(of('dispatch', await fired(held))).toEqual(['yellow', 'red', 'shift-lead', 'supervisor', 'manager']);
  });

  it('is climbed in its order after an outage, every rung once', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.register({ urgency: 'critical' });
    at.house.at('2026-11-02 12:00');
    await Promise.all(
      [1, 2, 3].map(() => at.house.app.get(MarkStore, { strict: false }).markMany(at.house.clock.now(), 500)),
    );
    await at.house.mark();
    const rungs = of('sign', await fired(ticket));
    expect(rungs).toEqual(['reminder', 'yellow', 'red', 'urge', 'supervision', 'duty-office', 'monthly-notice']);
    expect(await at.house.mark()).toBe(0);
  });

  it('ends where its clock is met, and waits while the reply is under review', async () => {
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.sign(await at.people.register({ urgency: 'urgent' }));
    at.house.at('2026-09-15 11:00');
    await at.house.mark();
    const replied = await at.people.reply(ticket);
    at.house.at('2026-09-15 13:00');
    await at.house.mark();
    expect(of('finish', await fired(ticket))).toEqual(['yellow', 'red']);
    // Sent back late: what had passed at submission stands, and its rungs come at once.
    await at.people.change('reviewer', 'send-back', replied, { reasonCode: 'off-topic' });
    await at.house.settle();
    await at.house.mark();
    expect(of('finish', await fired(ticket))).toEqual(['yellow', 'red', 'urge']);
    expect(of('sign', await fired(ticket))).toEqual(['reminder']);
  });
});

describe('a row of the ladder', () => {
  const name = 'finish.urgent.urge';
  type Body = NonNullable<RouteRequest<'PUT /api/ladder/:name'>['body']>;
  const rows = async (history: 'true' | 'false' = 'false') => {
    const query = { history, ladder: 'finish', limit: 200 } as const;
    const { items } = await (await at.house.as('admin')).call('GET /api/ladder', { query });
    expect(items.every(({ ladder }) => ladder === 'finish')).toBe(true);
    return items;
  };
  const inForce = async (of = name) => {
    const row = (await rows()).find((each) => each.name === of);
    if (!row) throw new Error('the row is gone');
    const { amount, unit, audience, ways, atNight, isOn } = row;
    return { version: row.version, body: { amount, unit, audience, ways, atNight, isOn } };
  };
  const change = async (changes: Partial<Body>, of = name) => {
    const { version, body } = await inForce(of);
    const sent = { params: { name: of }, headers: { 'if-match': `"${version}"` }, body: { ...body, ...changes } };
    return (await at.house.as('admin')).call('PUT /api/ladder/:name', sent);
  };
  /** Ten seconds later every process has heard of the change, and running clocks are taken to it. */
  const followed = async () => {
    at.house.clock.advance(10_000);
    await at.house.app.get(Recomputer, { strict: false }).run();
    const { items } = await (await at.house.as('admin')).call('GET /api/recomputations', { query: { limit: 1 } });
    return items[0];
  };

  it('is changed by an administrator, for the clocks that begin then', async () => {
    at.house.at('2026-09-14 10:00');
    const admin = await at.house.as('admin');
    const { version, body } = await inForce();
    const sent = { params: { name }, headers: { 'if-match': `"${version}"` } };
    const changed = await admin.call('PUT /api/ladder/:name', { ...sent, body: { ...body, amount: 1 } });
    expect(changed).toMatchObject({ version: version + 1, amount: 1, rung: 'urge' });
    expect(await admin.refusal('PUT /api/ladder/:name', { ...sent, body })).toMatchObject({ status: 409 });
    const { items } = await admin.call('GET /api/admin-events', { query: { limit: 1 } });
    expect(items[0]).toMatchObject({
      subject: 'ladder-row',
      action: 'edit',
      before: { amount: 2 },
      after: { amount: 1 },
    });
    const ticket = await at.people.sign(await at.people.register({ urgency: 'urgent' }));
    at.house.at('2026-09-15 11:00');
    await at.house.mark();
    expect(of('finish', await fired(ticket))).toEqual(['yellow', 'red', 'urge']);
  });

  it('that is changed is taken by the clocks that run, and a rung that was recorded stays recorded once', async () => {
    await change({ amount: 2 });
    await followed();
    at.house.at('2026-09-14 10:00');
    const [urgent, critical] = [
      await at.people.sign(await at.people.register({ urgency: 'urgent' })),
      await at.people.sign(await at.people.register({ urgency: 'critical' })),
    ];
    // Due at ten the next day.
    at.house.at('2026-09-15 12:00');
    await at.house.mark();
    const [before, told] = [await fired(urgent), await marksIn(urgent)];
    expect(of('finish', before)).toEqual(['yellow', 'red', 'urge']);
    await change({ amount: 1 });
    await change({ amount: 3 }, 'finish.urgent.supervision');
    expect(await followed()).toMatchObject({ state: 'done', subjectId: 'finish.urgent.supervision' });
    await at.house.mark();
    expect([await fired(urgent), await marksIn(urgent)]).toEqual([before, told]);
    at.house.at('2026-09-15 13:00');
    await at.house.mark();
    expect(of('finish', await fired(urgent))).toEqual(['yellow', 'red', 'urge', 'supervision']);
    // Of another class, and so by its own rows.
    expect(of('finish', await fired(critical))).toEqual(['yellow', 'red', 'urge', 'supervision', 'duty-office']);
    expect(await at.house.faults()).toEqual([]);
  });

  it('that is put earlier comes at once where its time is past', async () => {
    await change({ amount: 9 });
    await followed();
    at.house.at('2026-09-14 10:00');
    const ticket = await at.people.sign(await at.people.register({ urgency: 'urgent' }));
    at.house.at('2026-09-15 11:30');
    await at.house.mark();
    expect(of('finish', await fired(ticket))).toEqual(['yellow', 'red']);
    await change({ amount: 1, source: '区政府办〔2026〕12号' });
    const done = await followed();
    expect(done?.movedClocks).toBeGreaterThan(0);
    await at.house.mark();
    await at.house.mark();
    expect(of('finish', await fired(ticket))).toEqual(['yellow', 'red', 'urge']);
    const { items } = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', { query: { subject: 'recomputation', subjectId: done?.id, limit: 10 } });
    expect(items).toMatchObject([{ action: 'carryOut', after: { rule: 'ladder-row', of: name } }]);
    expect(await at.house.faults()).toEqual([]);
  });

  it('that is switched on again presses nobody for what was late while it was off', async () => {
    await change({ isOn: false });
    await followed();
    at.house.at('2026-09-14 10:00');
    const early = await at.people.sign(await at.people.register({ urgency: 'urgent' }));
    at.house.at('2026-09-15 12:00');
    const late = await at.people.sign(await at.people.register({ urgency: 'urgent' }));
    await change({ isOn: true });
    await followed();
    at.house.at('2026-09-16 13:10');
    await at.house.mark();
    expect(of('finish', await fired(early))).not.toContain('urge');
    expect(of('finish', await fired(late))).toEqual(['yellow', 'red', 'urge']);
  });

  it('is kept in every version, with its source and until when it held', async () => {
    const { version } = await change({ source: '区政府办〔2026〕13号' });
    const versions = (await rows('true')).filter((each) => each.name === name);
    expect(versions.map((each) => [each.version, each.state, each.validTo !== null])).toEqual(
      versions.map((_, index) => [version - index, index === 0 ? 'in-force' : 'past', index > 0]),
    );
    expect(versions).toHaveLength(version);
    expect(versions[0]?.source).toBe('区政府办〔2026〕13号');
  });

  it('does not take away what follows from it', async () => {
    const { version, body } = await inForce('finish.urgent.supervision');
    const sent = { params: { name: 'finish.urgent.supervision' }, headers: { 'if-match': `"${version}"` } };
    const silent = { ...body, ways: ['message' as const] };
    expect(
      await (await at.house.as('admin')).refusal('PUT /api/ladder/:name', { ...sent, body: silent }),
    ).toMatchObject({ status: 400, detail: '拟督办单、列入通报由级别决定，不能改' });
  });

  it('cannot move a flag away from its limit', async () => {
    const admin = await at.house.as('admin');
    const { body } = await inForce();
    for (const rung of ['yellow', 'red']) {
      const sent = { params: { name: `finish.urgent.${rung}` }, headers: { 'if-match': '"1"' } };
      const refusal = async (changes: Partial<Body>) =>
        admin.refusal('PUT /api/ladder/:name', { ...sent, body: { ...body, ...changes } });
      expect(await refusal({ amount: 3 })).toMatchObject({
        status: 400,
        detail: '提醒、黄牌和红牌的时间由时限决定，这里须为 0',
      });
      expect(await refusal({ amount: 0, isOn: false })).toMatchObject({ detail: '提醒、黄牌和红牌不能停用' });
    }
  });
});

it('of a department’s ticket is told to that department, and to no other one', async () => {
  at.house.at('2026-09-14 10:00');
  const ticket = await at.people.register({ categoryCode: 'city.waste' });
  const lead = await at.people.handlerOf(leadOf(ticket));
  const seen = async (client: typeof lead) =>
    (await client.call('GET /api/alerts', { query: { limit: 200 } })).items.some(
      ({ ticketId }) => ticketId === ticket.id,
    );
  expect([await seen(lead), await seen(await at.house.as('handler', 'planning'))]).toEqual([true, false]);
});
