import { clocksOf } from '#deadlines/clocks-of';
import { DeadlineRules } from '#deadlines/deadline-rules';
import { reconcile } from '#deadlines/reconcile-clocks';
import { OwedDrafting } from '#deadlines/supervisions/owed-drafting';
import type { RouteAnswer } from '#http-api/routes';
import { readAllClockFacts, writeClocks } from '#store/clock-rows';
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

it('reminds of a part once, also when two processes begin its clocks at the same moment', async () => {
  at.house.at('2026-09-14 10:00');
  const { id } = await at.people.register();
  const { sql } = at.house.database;
  const { dueTimes, ladder } = await at.house.app.get(DeadlineRules, { strict: false }).inForce();
  const [facts] = await readAllClockFacts(sql, [id]);
  if (!facts) throw new Error('no facts');
  for (const table of ['clock', 'rung']) await sql.query(`DELETE FROM ticket.${table} WHERE ticket_id = $1`, [id]);
  // Both have read that there is no clock yet.
  const { ticket, lines } = facts;
  const begun = () => reconcile(ticket, clocksOf(lines, dueTimes), [], () => uuidInMonthOf(id), ladder);
  for (const each of [begun(), begun()])
    expect(await writeClocks(sql, [{ ticketId: id, seq: ticket.seq, ...each }])).toEqual([id]);
  const rungs = await sql.query(
    `SELECT r.rung, c.key IS NOT NULL AS "isOfClock" FROM ticket.rung r
     LEFT JOIN ticket.clock c ON c.ticket_id = r.ticket_id AND c.id = r.clock_id WHERE r.ticket_id = $1`,
    [id],
  );
  expect(rungs).toEqual([{ rung: 'reminder', isOfClock: true }]);
  expect(await at.house.faults()).toEqual([]);
});

describe('a row of the ladder', () => {
  const name = 'finish.urgent.urge';
  const inForce = async () => {
    const { items } = await (await at.house.as('admin')).call('GET /api/ladder', { query: { limit: 200 } });
    const row = items.find((each) => each.name === name);
    if (!row) throw new Error('the row is gone');
    const { amount, unit, audience, ways, atNight, isOn } = row;
    return { version: row.version, body: { amount, unit, audience, ways, atNight, isOn } };
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

  it('cannot move a flag away from its limit', async () => {
    const admin = await at.house.as('admin');
    const { body } = await inForce();
    const sent = { params: { name: 'finish.urgent.yellow' }, headers: { 'if-match': '"1"' } };
    expect(await admin.refusal('PUT /api/ladder/:name', { ...sent, body: { ...body, amount: 3 } })).toMatchObject({
      status: 400,
      detail: '提醒和黄牌的时间由时限决定，这里须为 0',
    });
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
