import { Maintenance } from '#platform/maintenance';
import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const typed = { title: '路灯不亮', citizen: { phone: '13911113333', name: '王女士' }, disposition: 'dispatch' };
const agent = () => at.house.as('agent');
const begin = async (values: Record<string, unknown> = typed) =>
  (await agent()).call('POST /api/drafts', { body: { values } });
const listed = async () => (await (await agent()).call('GET /api/drafts')).items.map(({ id }) => id);

describe('a draft', () => {
  it('is found again as it was typed, on whatever machine', async () => {
    const { id } = await begin();
    expect(await (await agent()).call('GET /api/drafts/:id', { params: { id } })).toMatchObject({
      version: 1,
      values: typed,
    });
    const { items } = await (await agent()).call('GET /api/drafts');
    expect(items[0]).toMatchObject({ id, title: '路灯不亮', phone: '139****3333' });
  });

  it('that two windows have open is overwritten by neither without being told', async () => {
    const { id } = await begin();
    const save = async (version: number, title: string) =>
      (await agent()).try('PUT /api/drafts/:id', {
        params: { id },
        body: { values: { title } },
        headers: { 'if-match': `"${version}"` },
      });
    const [one, other] = await Promise.all([save(1, '一'), save(1, '二')]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const lost = one.status === 409 ? one : other;
    expect(lost.body).toMatchObject({ code: 'version-conflict', differs: { version: 2 } });
    expect((await save(2, '三')).body).toMatchObject({ version: 3, values: { title: '三' } });
  });

  it('is its author’s alone', async () => {
    const { id } = await begin();
    const other = await at.house.as('shift-lead');
    for (const route of ['GET /api/drafts/:id', 'DELETE /api/drafts/:id'] as const)
      expect(await other.refusal(route, { params: { id } })).toMatchObject({ status: 404 });
    const headers = { 'if-match': '"1"' };
    const saved = { params: { id }, body: { values: {} }, headers };
    expect(await other.refusal('PUT /api/drafts/:id', saved)).toMatchObject({ status: 404 });
    const refused = await other.refusal('POST /api/tickets', { body: { ...ordinary, draftId: id } });
    expect(refused).toMatchObject({ code: 'conflict', detail: '这份草稿已登记、已删除或已由他人接手' });
    expect(await listed()).toContain(id);
  });

  it('tells nobody anything in the database', async () => {
    await begin({ title: '听得见的秘密', citizen: { phone: '13977776666' } });
    const rows = await at.house.database.sql.query(`SELECT to_jsonb(d)::text AS row FROM intake.draft d`, []);
    expect(JSON.stringify(rows)).not.toMatch(/秘密|13977776666/);
  });

  it('is gone with its registration, and makes one ticket however often it is sent', async () => {
    const { id } = await begin();
    const client = await agent();
    const send = () => client.try('POST /api/tickets', { body: { ...ordinary, draftId: id } });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await listed()).not.toContain(id);
    const headers = { 'if-match': '"1"' };
    const saved = { params: { id }, body: { values: typed }, headers };
    expect(await client.refusal('PUT /api/drafts/:id', saved)).toMatchObject({ status: 404 });
  });

  it('that was registered by a process that died at once is a draft no more, and is cleared away', async () => {
    const { id, changedAt } = await begin();
    const { sql } = at.house.database;
    await sql.query(
      `INSERT INTO ticket.ticket_key (kind, value, reference, created_at) VALUES ('idempotency', $1, $2, $3)`,
      [`draft/${id}`, id, changedAt],
    );
    expect(await listed()).not.toContain(id);
    expect(await (await agent()).refusal('GET /api/drafts/:id', { params: { id } })).toMatchObject({ status: 404 });
    await at.house.app.get(Maintenance).run();
    expect(await sql.query(`SELECT 1 FROM intake.draft WHERE id = $1`, [id])).toEqual([]);
  });

  it('stays when its registration is refused', async () => {
    const { id } = await begin();
    const body = { ...ordinary, areaCode: 'nowhere', draftId: id };
    await (await agent()).refusal('POST /api/tickets', { body });
    expect(await listed()).toContain(id);
  });

  it('is answered again when saving it was, under one key', async () => {
    const client = await agent();
    const sent = { body: { values: typed }, headers: { 'idempotency-key': 'draft-1' } };
    const [one, other] = await Promise.all([
      client.call('POST /api/drafts', sent),
      client.call('POST /api/drafts', sent),
    ]);
    expect(one.id).toBe(other.id);
    const params = { id: one.id };
    const headers = { 'if-match': '"1"', 'idempotency-key': 'save-1' };
    const save = () => client.call('PUT /api/drafts/:id', { params, body: { values: {} }, headers });
    expect(await save()).toMatchObject({ version: 2 });
    expect(await save()).toMatchObject({ version: 2 });
  });

  it('goes when nobody has touched it for a week', async () => {
    const { id } = await begin();
    at.house.clock.set(new Date(at.house.clock.now().getTime() + 8 * 86_400_000).toISOString());
    await at.house.app.get(Maintenance).run();
    expect(await listed()).not.toContain(id);
  });
});
