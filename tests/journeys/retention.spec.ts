import { Maintenance } from '#platform/maintenance';
import { deleteLeavingCitizens } from '#store/erase-texts';
import type { Sql } from '#store/sql';
import { allTexts } from '#testing/all-texts';
import type { TicketView } from '#testing/people';
import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline({ now: '2026-01-05T09:30:00+08:00' });

const maintain = async (): Promise<void> => {
  await at.house.app.get(Maintenance).run();
  await at.house.settle();
};

const look = async ({ id }: { id: string }): Promise<TicketView> => at.people.look(id);

async function inForce(rule: { kind: 'archive' | 'erase'; type?: 'consultation'; days: number }): Promise<string> {
  const body = { ...rule, basis: '档案管理规定' };
  const { id } = await (await at.house.as('admin')).call('POST /api/retention-rules', { body });
  await (await at.house.as('manager')).call('POST /api/retention-rules/:id/approve', { params: { id }, body: {} });
  return id;
}

const carryOut = async (id: string): Promise<void> => {
  await (await at.house.as('manager')).call('POST /api/erasures/:id/approve', { params: { id }, body: {} });
  await maintain();
};

const forget = async ({ id: ticketId }: { id: string }): Promise<void> => {
  const body = { ticketId, reason: '书面申请' };
  await carryOut((await (await at.house.as('supervisor')).call('POST /api/erasures', { body })).id);
};

const report = async () => {
  const query = { from: '2026-01-01', to: '2026-12-31', by: 'type' } as const;
  const { totals, rows } = await (
    await at.house.as('manager')
  ).call('GET /api/reports/:name', { params: { name: 'overview' }, query });
  return { totals, rows };
};

describe('a rule on how long things are kept', () => {
  it('is proposed by one person and approved by another, and both are named', async () => {
    const admin = await at.house.as('admin');
    const body = { kind: 'archive', days: 4_000, basis: '试行' } as const;
    const proposed = await admin.call('POST /api/retention-rules', { body });
    expect(proposed).toMatchObject({ state: 'proposed', proposedBy: { name: '系统管理员' }, approvedBy: null });
    const params = { id: proposed.id };
    expect((await admin.refusal('POST /api/retention-rules/:id/approve', { params, body: {} })).status).toBe(403);
    const leader = await at.house.as('leader');
    const approved = await leader.call('POST /api/retention-rules/:id/approve', { params, body: {} });
    expect(approved).toMatchObject({ state: 'in-force', approvedBy: { name: '区领导' } });
    const events = await (
      await at.house.as('quality')
    ).call('GET /api/admin-events', { query: { subjectId: proposed.id } });
    expect(events.items.map(({ action }) => action)).toEqual(['approve', 'create']);
  });

  it('ends the one before for the same tickets', async () => {
    const [first, second] = [
      await inForce({ kind: 'erase', days: 5_000 }),
      await inForce({ kind: 'erase', days: 4_500 }),
    ];
    const { items } = await (await at.house.as('admin')).call('GET /api/retention-rules');
    const states = new Map(items.map(({ id, state }) => [id, state]));
    expect([states.get(first), states.get(second)]).toEqual(['ended', 'in-force']);
  });

  it('does nothing while it is only proposed', async () => {
    const ticket = await at.people.bring('closed');
    await (
      await at.house.as('admin')
    ).call('POST /api/retention-rules', { body: { kind: 'archive', days: 1, basis: '试' } });
    at.house.clock.advance(30 * 86_400_000);
    await maintain();
    expect((await look(ticket)).archivedAt).toBeNull();
  });
});

describe('a ticket that has ended', () => {
  it('is archived when its time has come, by the rule of its type before the rule for all', async () => {
    const help = await at.people.bring('closed');
    const asked = await at.people.bring('closed', { type: 'consultation', categoryCode: 'city.waste' });
    const open = await at.people.bring('handling');
    await inForce({ kind: 'archive', days: 60 });
    await inForce({ kind: 'archive', type: 'consultation', days: 10 });
    at.house.clock.advance(11 * 86_400_000);
    await maintain();
    expect((await look(asked)).archivedAt).not.toBeNull();
    expect((await look(help)).archivedAt).toBeNull();
    at.house.clock.advance(50 * 86_400_000);
    await maintain();
    expect((await look(help)).archivedAt).not.toBeNull();
    expect((await look(open)).archivedAt).toBeNull();
    const nudge = await (
      await at.house.as('supervisor')
    ).refusal('POST /api/tickets/:id/reopen', { params: { id: help.id }, body: { reason: '虚假办结' } });
    expect(nudge.detail).toContain('工单已归档');
  });
});

describe('a round of what the rules say', () => {
  it('is told with what came of it, and when the next one comes at the latest', async () => {
    at.house.clock.advance(30 * 86_400_000);
    const ticket = await at.people.bring('closed');
    at.house.clock.advance(61 * 86_400_000);
    await maintain();
    expect((await look(ticket)).archivedAt).not.toBeNull();
    const admin = await at.house.as('admin');
    const now = at.house.clock.now();
    const told = await admin.call('GET /api/retention-rounds');
    expect(told).toEqual({
      lastAt: now.toISOString(),
      nextBy: new Date(now.getTime() + 3_600_000).toISOString(),
      done: [{ subject: 'retention-rule', kind: 'archive', tickets: expect.any(Number) as number }],
    });
    expect(told.done[0]?.tickets).toBeGreaterThan(0);
    at.house.clock.advance(3_600_000);
    await maintain();
    expect((await admin.call('GET /api/retention-rounds')).done).toEqual([]);
  });
});

describe('erasing what is personal', () => {
  const secret = { name: '诸葛青云', phone: '13811112222' };

  it('takes who asked and what was said, and leaves what is counted and a chain that holds', async () => {
    const ticket = await at.people.bring('closed', {
      citizen: secret,
      title: '诸葛家门口的路灯',
      content: '我叫诸葛青云，住三号楼。',
    });
    const before = await report();
    await inForce({ kind: 'erase', days: 1 });
    at.house.clock.advance(61 * 86_400_000);
    await maintain();
    at.house.clock.advance(2 * 86_400_000);
    await maintain();
    const erased = await look(ticket);
    expect(erased).toMatchObject({
      title: '（个人信息已删除）',
      content: '',
      citizen: { id: null, name: null, phone: null },
    });
    expect(erased.erasedAt).not.toBeNull();
    expect(await report()).toEqual(before);
    expect(await allTexts(at.house.database.sql)).not.toMatch(/诸葛|13811112222|垃圾已于今日清运/);
    const agent = await at.house.as('agent');
    const found = await agent.call('POST /api/citizens/search', { body: { phone: secret.phone } });
    expect(found).toEqual({ contacts: [], tickets: [], count: { count: 0, exact: true }, restriction: null });
    expect((await agent.call('POST /api/tickets/search', { body: { q: '诸葛' } })).items).toEqual([]);
    expect(await at.house.faults()).toEqual([]);
  });

  it('leaves the citizen who calls again a stranger, whose old tickets stay without a name', async () => {
    const again = await at.people.register({ citizen: secret, hold: true });
    const agent = await at.house.as('agent');
    const found = await agent.call('POST /api/citizens/search', { body: { phone: secret.phone } });
    expect(found.tickets.map(({ id }) => id)).toEqual([again.id]);
  });

  it('is done for whoever asks, in all their ended tickets, when another person approves', async () => {
    const citizen = { name: '慕容晓', phone: '13833334444' };
    const [one, other] = [await at.people.bring('closed', { citizen }), await at.people.bring('callback', { citizen })];
    const supervisor = await at.house.as('supervisor');
    const body = { ticketId: one.id, reason: '慕容晓书面申请删除' };
    expect((await supervisor.refusal('POST /api/erasures', { body })).detail).toBe(
      `诉求人还有未办结的工单：${other.number}`,
    );
    await at.people.rate(other);
    const asked = await supervisor.call('POST /api/erasures', { body });
    expect(asked.state).toBe('asked');
    await maintain();
    expect((await look(one)).erasedAt).toBeNull();
    const manager = await at.house.as('manager');
    await manager.call('POST /api/erasures/:id/approve', { params: { id: asked.id }, body: {} });
    await maintain();
    expect([(await look(one)).erasedAt, (await look(other)).erasedAt]).not.toContain(null);
    const done = await manager.call('GET /api/erasures', { query: { state: 'done' } });
    expect(done.items).toMatchObject([{ state: 'done', tickets: 2, reason: '' }]);
    expect(await allTexts(at.house.database.sql)).not.toMatch(/慕容|13833334444/);
  });

  it('reaches every name and number the citizen ever had with us', async () => {
    const citizen = { name: '令狐冲', phone: '13711112222' };
    const [early, late] = [
      await at.people.bring('closed', { citizen }),
      await at.people.bring('callback', { citizen }),
    ];
    const agent = await at.house.as('agent');
    for (const phone of ['13777776666', '13999998888'])
      await agent.call('POST /api/tickets/:id/callback-number', {
        params: { id: late.id },
        body: { phone, reason: '换号' },
      });
    await at.people.rate(late);
    await forget(late);
    expect([(await look(early)).erasedAt, (await look(late)).erasedAt]).not.toContain(null);
    for (const phone of [citizen.phone, '13777776666', '13999998888'])
      expect(await agent.call('POST /api/citizens/search', { body: { phone } })).toEqual({
        contacts: [],
        tickets: [],
        count: { count: 0, exact: true },
        restriction: null,
      });
    expect(await at.house.faults()).toEqual([]);
  });

  it('waits while a merged ticket waits for its master’s answer', async () => {
    const citizen = { name: '端木', phone: '13722223333' };
    const master = await at.people.register();
    const follower = await at.people.register({ citizen });
    const merged = await at.people.change('dispatcher', 'merge', follower, { intoId: master.id });
    const body = { ticketId: merged.id, reason: '来电要求' };
    const supervisor = await at.house.as('supervisor');
    expect((await supervisor.refusal('POST /api/erasures', { body })).detail).toBe(
      `诉求人还有未办结的工单：${follower.number}`,
    );
    const replied = await at.people.reply(await at.people.sign(await at.people.now(master.id)));
    await at.people.change('reviewer', 'approve', replied, {});
    await forget(await at.people.now(follower.id));
    expect((await look(follower)).erasedAt).not.toBeNull();
  });

  it('is asked for once at a time, and leaves nothing to look at and no words to be added', async () => {
    const ticket = await at.people.bring('closed', { citizen: { name: '东方', phone: '13744445555' } });
    const supervisor = await at.house.as('supervisor');
    const body = { ticketId: ticket.id, reason: '来电要求' };
    const asked = await supervisor.call('POST /api/erasures', { body });
    expect((await supervisor.refusal('POST /api/erasures', { body })).detail).toBe(
      '这位诉求人已有删除申请，请等待处理',
    );
    await carryOut(asked.id);
    const params = { id: ticket.id };
    const refused = await supervisor.refusal('POST /api/tickets/:id/reveal', { params, body: { reason: '东方来电' } });
    expect(refused).toMatchObject({ status: 403, detail: '个人信息已经删除' });
  });

  it('forgets what was said by message and to whom, sends nothing more, and nobody can have it sent anew', async () => {
    const ticket = await at.people.bring('closed', { citizen: { name: '欧阳', phone: '13866667777' } });
    const agent = await at.house.as('agent');
    const params = { id: ticket.id };
    const { items: before } = await agent.call('GET /api/tickets/:id/messages', { params });
    expect(before.map(({ state, phone }) => [state, phone])).toContainEqual(['waiting', '138****7777']);
    await forget(ticket);
    const { items } = await agent.call('GET /api/tickets/:id/messages', { params });
    expect(items).toHaveLength(before.length);
    for (const message of items)
      expect(message).toMatchObject({ state: 'withheld', reason: '个人信息已删除', text: null, phone: null });
    const supervisor = await at.house.as('supervisor');
    const resend = { params: { id: items[0]?.id ?? '' }, body: {} };
    const refused = await supervisor.refusal('POST /api/messages/:id/resend', resend);
    expect(refused).toMatchObject({ status: 409, detail: '诉求人的个人信息已删除，不能重发' });
  });

  it('is refused by whoever decides, and not decided twice', async () => {
    const ticket = await at.people.bring('closed', { citizen: { name: '南宫', phone: '13855556666' } });
    const body = { ticketId: ticket.id, reason: '来电要求' };
    const { id } = await (await at.house.as('admin')).call('POST /api/erasures', { body });
    const leader = await at.house.as('leader');
    const refused = await leader.call('POST /api/erasures/:id/refuse', { params: { id }, body: {} });
    expect(refused.state).toBe('refused');
    expect((await leader.refusal('POST /api/erasures/:id/approve', { params: { id }, body: {} })).status).toBe(409);
  });

  it('loses no caller who registers at the moment their old row is deleted', async () => {
    const { database } = at.house;
    const citizen = { name: '上官', phone: '13877778888' };
    const [old, another] = [await at.people.bring('closed', { citizen }), await at.people.register({ hold: true })];
    const citizenId = old.citizen.id;
    await database.sql.query(`UPDATE ticket.ticket SET citizen_id = NULL WHERE id = $1`, [old.id]);
    await database.sql.query(`INSERT INTO ticket.leaving_citizen VALUES ($1)`, [citizenId]);
    const deleting = await database.transaction(async (sql) => {
      // As a registration does it: the citizen is known, and the ticket that names them is not committed yet.
      await sql.query(
        `INSERT INTO ticket.citizen (id, sealed, wrapped_key) VALUES ($1, '', '') ON CONFLICT (id) DO NOTHING`,
        [citizenId],
      );
      await sql.query(`UPDATE ticket.ticket SET citizen_id = $2 WHERE id = $1`, [another.id, citizenId]);
      const deletion = database.transaction(deleteLeavingCitizens);
      let isOver = false;
      void deletion.finally(() => (isOver = true));
      await until(async () => (isOver || (await waitsForLock(sql)) ? '' : 'the deletion has not begun'));
      return { deletion };
    });
    await deleting.deletion;
    const agent = await at.house.as('agent');
    const sent = { params: { id: another.id }, body: { reason: '核对' } };
    expect(await agent.call('POST /api/tickets/:id/reveal', sent)).toMatchObject(citizen);
    // As history tells it: the audit at the end of the day reads these rows too.
    await database.sql.query(`UPDATE ticket.ticket SET citizen_id = $2 WHERE id = $1`, [old.id, citizenId]);
    await database.sql.query(`UPDATE ticket.ticket SET citizen_id = $2 WHERE id = $1`, [
      another.id,
      another.citizen.id,
    ]);
  });
});

const waitsForLock = async (sql: Sql): Promise<boolean> =>
  Boolean(await sql.one(`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'ticket.citizen'::regclass`));
