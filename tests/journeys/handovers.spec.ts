import type { RouteAnswer } from '#http-api/routes';
import { shanghaiDate } from '#calendar/shanghai-time';
import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { handoverQueries } from '#intake/shift/handover-queries';
import { hotline } from './support/hotline';

const at = hotline();

type HandoverView = RouteAnswer<'GET /api/handovers/:id'>;
type Lead = 'shift-lead' | 'supervisor';

const dayShift = async (): Promise<string> => {
  const { items } = await (await at.house.as('shift-lead')).call('GET /api/shifts');
  return items.find(({ name }) => name === '白班')?.id ?? '';
};
let daysAgo = 0;
/** Each test hands over a day of its own, going back from yesterday; or the one it names. */
async function open(day?: string): Promise<HandoverView> {
  if (day === undefined) daysAgo += 1;
  const body = {
    shiftId: await dayShift(),
    day: day ?? shanghaiDate(new Date(Date.parse('2026-09-14') - daysAgo * 86_400_000)),
  };
  return (await at.house.as('shift-lead')).call('POST /api/handovers', { body });
}
const handOver = async ({ id }: { id: string }, role: Lead = 'shift-lead') =>
  (await at.house.as(role)).call('POST /api/handovers/:id/hand-over', { params: { id }, body: {} });
const accept = async ({ id }: { id: string }, role: Lead = 'supervisor') =>
  (await at.house.as(role)).call('POST /api/handovers/:id/accept', { params: { id }, body: {} });
const read = async ({ id }: { id: string }) =>
  (await at.house.as('shift-lead')).call('GET /api/handovers/:id', { params: { id } });
const write = async ({ id, version }: HandoverView, body: { note: string; items: { key: string; note: string }[] }) =>
  (await at.house.as('shift-lead')).call('PUT /api/handovers/:id/notes', {
    params: { id },
    headers: { 'if-match': `"${version}"` },
    body,
  });
/** A minute goes by: what comes now is later than what was. */
const pass = (): void => at.house.clock.set(new Date(at.house.clock.now().getTime() + 60_000).toISOString());
const itemOf = ({ content }: HandoverView, kind: string, ticketId?: string) =>
  content.items.find((item) => item.kind === kind && (ticketId === undefined || item.ticket?.id === ticketId));
const bytesOf = async (id: string, format: 'pdf' | 'docx'): Promise<Buffer> => {
  const client = await at.house.as('manager');
  const response = await fetch(`${client.url}/api/handovers/${id}/document?format=${format}`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

describe('what one shift hands to the next', () => {
  it('lists open emergencies with who has them, when they are due and when the citizen was spoken to', async () => {
    let urgent = await at.people.bring('handling', { urgency: 'urgent', title: '张小明13812345678家停水' });
    urgent = await at.people.contact(urgent);
    const closed = await at.people.bring('closed', { urgency: 'urgent' });
    const normal = await at.people.bring('handling');
    const list = await open();
    expect(itemOf(list, 'emergency', urgent.id)).toMatchObject({
      group: 'emergencies',
      ticket: { number: urgent.number },
      holder: '城市管理局',
      dueAt: urgent.dueAt,
      lastContactAt: at.house.clock.now().toISOString(),
    });
    expect(itemOf(list, 'emergency', urgent.id)?.title).not.toMatch(/13812345678|张小明/);
    expect(itemOf(list, 'emergency', closed.id)).toBeUndefined();
    expect(itemOf(list, 'emergency', normal.id)).toBeUndefined();
  });

  it('lists what was promised: appointments, dates, drafts, missed calls, tickets kept from routing', async () => {
    const waiting = await at.people.bring('callback');
    const appointmentAt = new Date(at.house.clock.now().getTime() + 3_600_000).toISOString();
    await at.people.change('callback', 'callback-attempts', waiting, { outcome: 'appointment', appointmentAt });
    const held = await at.people.register({ hold: true });
    await (await at.house.as('agent')).call('POST /api/drafts', { body: { values: { title: '半截' } } });
    await at.house.database.sql.query(
      `INSERT INTO intake.call (id, call_id, state, first_at) VALUES (gen_random_uuid(), 'c-1', 'missed', $1)`,
      [at.house.clock.now()],
    );
    const list = await open('2026-09-14');
    expect(itemOf(list, 'appointment', waiting.id)).toMatchObject({ group: 'promises', dueAt: appointmentAt });
    expect(itemOf(list, 'routing-held', held.id)).toMatchObject({ group: 'promises', holder: '派单员' });
    expect(itemOf(list, 'draft')).toMatchObject({ title: '未登记的草稿' });
    expect(itemOf(list, 'missed-call')).toMatchObject({ title: '未接来电1次，已回拨0次' });
    expect(JSON.stringify(list)).not.toContain('半截');
    pass();
    const kept = await at.people.change('callback', 'callback-attempts', waiting, { outcome: 'no-answer' });
    expect(itemOf(await read(list), 'appointment', kept.id)).toBeUndefined();
  });

  it('lists a date that was promised to the citizen and falls before the next shift ends, and no later one', async () => {
    const ticket = await at.people.bring('handling', { type: 'consultation' });
    const { id } = await open();
    expect(itemOf(await read({ id }), 'promised', ticket.id)).toBeUndefined();
    const before = at.house.clock.now();
    const promised = new Date(ticket.promisedAt ?? '').toISOString().slice(0, 10);
    at.house.at(`${promised} 10:00`);
    const body = { shiftId: await dayShift(), day: promised };
    const later = await (await at.house.as('shift-lead')).call('POST /api/handovers', { body });
    at.house.clock.set(before.toISOString());
    expect(itemOf(later, 'promised', ticket.id)).toMatchObject({ dueAt: ticket.promisedAt });
  });

  it('lists outages of the house, and those of the city until somebody ends them', async () => {
    const lead = await at.house.as('shift-lead');
    await at.house.database.sql.query(
      `INSERT INTO ticket.dead_letter (id, service, event, reason, attempts, failed_at)
       VALUES (gen_random_uuid(), 'routing', 'ticket.registered', 'x', 5, $1)`,
      [at.house.clock.now()],
    );
    const body = {
      kind: 'water' as const,
      areaCode: 'east-1',
      text: '滨河路主管检修',
      fromAt: '2026-09-14T09:00:00+08:00',
      untilAt: '2026-09-14T18:00:00+08:00',
    };
    const { id } = await lead.call('POST /api/duty-matters', { body });
    const list = await open();
    expect(itemOf(list, 'dead-letter')).toMatchObject({ group: 'outages', title: 'routing：ticket.registered，1件' });
    const told = list.content.items.find(({ key }) => key === `city-outage/${id}`);
    expect(told).toMatchObject({ title: '停水 东城街道滨河社区：滨河路主管检修', dueAt: '2026-09-14T10:00:00.000Z' });
    await at.house.database.sql.query(`UPDATE ticket.dead_letter SET requeued_at = now()`, []);
    await lead.call('POST /api/duty-matters/:id/end', { params: { id }, body: {} });
    const after = await read(list);
    expect(after.content.items.find(({ key }) => key === `city-outage/${id}`)).toBeUndefined();
    expect(await lead.refusal('POST /api/duty-matters/:id/end', { params: { id }, body: {} })).toMatchObject({
      status: 409,
      detail: '该事项已办结',
    });
  });

  it('lists events that nobody was told, also of a lane behind one in which all is well', async () => {
    const now = at.house.clock.now().getTime();
    const waiting = [
      { lane: 1, at: new Date(now) },
      { lane: 2, at: new Date(now - 6 * 60_000) },
    ];
    // The relay tells them as soon as it is called: what is listed is read in the transaction that writes them.
    const listed = await at.house.database.transaction(async (sql) => {
      for (const each of waiting)
        await sql.query(
          `INSERT INTO ticket.outbox (lane, event, ticket_id, seq, at) VALUES ($1, 'ticket.marked', gen_random_uuid(), 1, $2)`,
          [each.lane, each.at],
        );
      const found = await sql.query(handoverQueries['untold-events'], [new Date(now), new Date(now), 300]);
      await sql.query('DELETE FROM ticket.outbox WHERE at = ANY($1)', [waiting.map(({ at: written }) => written)]);
      return found;
    });
    expect(listed).toMatchObject([{ key: 'outbox', dueAt: waiting[1]?.at }]);
  });
});

describe('a list of which nobody reads out all', () => {
  it('says how many there are of a kind that is cut, and on paper too', async () => {
    const { sql } = at.house.database;
    await sql.query(
      `INSERT INTO intake.duty_matter (id, kind, text, by_account, at)
       SELECT gen_random_uuid(), 'task', '交办' || n, (SELECT id FROM ticket.account LIMIT 1), now() FROM generate_series(1, 305) n`,
      [],
    );
    const list = await open();
    const tasks = list.content.items.filter(({ kind }) => kind === 'task').length;
    expect([tasks, list.content.cut, list.content.counts]).toEqual([
      300,
      ['task'],
      [{ kind: 'task', count: expect.any(Number) as number, exact: true }],
    ]);
    expect(list.content.counts?.[0]?.count).toBeGreaterThanOrEqual(305);
    const paper = await textOfDocx(await bytesOf(list.id, 'docx'));
    expect(paper).toMatch(/交办事项：共30\d项，列出300项/);
    await sql.query(`DELETE FROM intake.duty_matter WHERE text LIKE '交办%'`, []);
    expect((await read(list)).content.cut).toEqual([]);
  });
});

describe('a hand-over', () => {
  it('is accepted by another person than the one who handed it over, and only then', async () => {
    const list = await open();
    const early = await (
      await at.house.as('supervisor')
    ).refusal('POST /api/handovers/:id/accept', { params: { id: list.id }, body: {} });
    expect(early).toMatchObject({ status: 409, detail: '还没有交班，不能接班' });
    expect(await handOver(list)).toMatchObject({ state: 'handed-over' });
    const own = await (
      await at.house.as('shift-lead')
    ).refusal('POST /api/handovers/:id/accept', { params: { id: list.id }, body: {} });
    expect(own).toMatchObject({ status: 403, detail: '本人交的班须由他人接班' });
    const accepted = await accept(list);
    expect(accepted).toMatchObject({ state: 'accepted' });
    expect(accepted.acceptedBy?.id).not.toBe(accepted.handedOverBy?.id);
  });

  it('says the same, byte for byte, whatever becomes of its tickets; corrections stand apart', async () => {
    const ticket = await at.people.bring('handling', { urgency: 'urgent' });
    let list = await open();
    const { key = '' } = itemOf(list, 'emergency', ticket.id) ?? {};
    list = await write(list, { note: '夜间注意降温', items: [{ key, note: '已约抢修队' }] });
    await handOver(list);
    const accepted = await accept(list);
    const pdf = await bytesOf(list.id, 'pdf');
    await at.people.rate(await at.people.change('reviewer', 'approve', await at.people.reply(ticket), {}));
    const after = await read(list);
    expect(after).toEqual(accepted);
    expect(itemOf(after, 'emergency', ticket.id)).toMatchObject({ note: '已约抢修队' });
    expect((await bytesOf(list.id, 'pdf')).equals(pdf)).toBe(true);
    const printed = await at.house.database.sql.one<{ sha256: string }>(
      `SELECT encode(sha256(convert_to(printed, 'UTF8')), 'hex') AS sha256 FROM intake.handover WHERE id = $1`,
      [list.id],
    );
    expect(printed?.sha256).toBe(accepted.sha256);
    const corrected = await (
      await at.house.as('supervisor')
    ).call('POST /api/handovers/:id/corrections', {
      params: { id: list.id },
      body: { itemKey: key, text: '抢修队次日到' },
    });
    expect(corrected.corrections).toMatchObject([{ itemKey: key, text: '抢修队次日到' }]);
    expect(corrected.content).toEqual(accepted.content);
    expect(corrected.sha256).toBe(accepted.sha256);
  });

  it('can be read on paper, with its notes and who took it over', async () => {
    const ticket = await at.people.bring('handling', { urgency: 'urgent' });
    let list = await open();
    const { key = '' } = itemOf(list, 'emergency', ticket.id) ?? {};
    list = await write(list, { note: '夜间注意降温', items: [{ key, note: '已约抢修队' }] });
    await handOver(list);
    const { acceptedBy } = await accept(list);
    for (const text of [
      (await pagesOfPdf(await bytesOf(list.id, 'pdf'))).join(''),
      await textOfDocx(await bytesOf(list.id, 'docx')),
    ]) {
      const read = text.replace(/\s/g, '');
      for (const words of [
        '白班交接班记录',
        ticket.number,
        '已约抢修队',
        '夜间注意降温',
        `接班人：${acceptedBy?.name}`,
      ])
        expect(read).toContain(words.replace(/\s/g, ''));
    }
  });

  it('carries an item over, with its note and the shift that named it first, until it ends', async () => {
    const ticket = await at.people.bring('handling', { urgency: 'critical' });
    let first = await open();
    const { key = '' } = itemOf(first, 'emergency', ticket.id) ?? {};
    first = await write(first, { note: '', items: [{ key, note: '等配件' }] });
    pass();
    await handOver(first);
    await accept(first);
    const second = await open();
    expect(itemOf(second, 'emergency', ticket.id)).toMatchObject({
      note: '等配件',
      carriedFrom: `${first.day} 白班`,
    });
    await at.people.change('supervisor', 'void', ticket, { reason: '误登记' });
    const after = await read(second);
    expect(itemOf(after, 'emergency', ticket.id)).toBeUndefined();
    expect(after.content.ended).toContainEqual(expect.objectContaining({ key }));
  });

  it('is accepted once when two take it over at the same moment', async () => {
    const list = await open();
    await handOver(list);
    const both = [await at.house.as('supervisor'), await at.house.as('supervisor'), await at.house.as('supervisor')];
    const answers = await Promise.all(
      both.map((client) => client.try('POST /api/handovers/:id/accept', { params: { id: list.id }, body: {} })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const events = await at.house.database.sql.query(
      `SELECT 1 FROM ticket.admin_event WHERE subject_id = $1 AND name = 'accept'`,
      [list.id],
    );
    expect(events).toHaveLength(1);
  });

  it('is opened once for a shift and a day, and not before the shift has begun', async () => {
    const list = await open();
    const lead = await at.house.as('shift-lead');
    const body = { shiftId: await dayShift(), day: list.day };
    expect(await lead.refusal('POST /api/handovers', { body })).toMatchObject({ detail: '这一班已有交接记录' });
    const early = await lead.refusal('POST /api/handovers', { body: { ...body, day: '2026-12-31' } });
    expect(early).toMatchObject({ errors: [{ path: 'day', message: '这一班还没有开始' }] });
  });

  it('loses no note that somebody else wrote meanwhile, and keeps nobody’s number', async () => {
    const list = await open();
    await write(list, { note: '一', items: [] });
    const lead = await at.house.as('shift-lead');
    const sent = { params: { id: list.id }, headers: { 'if-match': `"${list.version}"` } };
    const stale = await lead.refusal('PUT /api/handovers/:id/notes', { ...sent, body: { note: '二', items: [] } });
    expect(stale).toMatchObject({ status: 409, code: 'version-conflict' });
    const number = await lead.refusal('PUT /api/handovers/:id/notes', {
      ...sent,
      body: { note: '', items: [{ key: 'a/b', note: '回电13800001111' }] },
    });
    expect(number).toMatchObject({ status: 400, errors: [{ path: 'items.0.note', message: '还有电话1处' }] });
  });

  it('is told by events, with the digest of what was accepted', async () => {
    const list = await open();
    await handOver(list);
    const { sha256 } = await accept(list);
    const { items } = await (
      await at.house.as('admin')
    ).call('GET /api/admin-events', { query: { subject: 'handover', subjectId: list.id } });
    expect(items.map(({ action }) => action)).toEqual(['accept', 'handOver', 'create']);
    expect(items[0]).toMatchObject({ before: { state: 'handed-over' }, after: { state: 'accepted', sha256 } });
  });
});

describe('shifts', () => {
  it('are rows that an administrator changes, each time with an event', async () => {
    const admin = await at.house.as('admin');
    const body = { name: '中班', starts: '12:00', ends: '18:00' };
    const { id } = await admin.call('POST /api/shifts', { body });
    await admin.call('PUT /api/shifts/:id', { params: { id }, body: { ...body, ends: '20:00' } });
    expect(await admin.refusal('POST /api/shifts', { body })).toMatchObject({ status: 409, detail: '已有同名班次' });
    const same = await admin.refusal('POST /api/shifts', { body: { ...body, ends: '12:00' } });
    expect(same).toMatchObject({ status: 400, errors: [{ path: 'ends' }] });
    expect(await admin.call('POST /api/shifts/:id/end', { params: { id }, body: {} })).toMatchObject({
      state: 'ended',
    });
    const { items } = await admin.call('GET /api/admin-events', { query: { subject: 'shift', subjectId: id } });
    expect(items.map(({ action }) => action)).toEqual(['end', 'edit', 'create']);
    const lead = await at.house.as('shift-lead');
    expect(await lead.refusal('POST /api/shifts', { body })).toMatchObject({ status: 403 });
  });
});
