import type { RouteAnswer } from '#http-api/routes';
import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { hotline } from './support/hotline';

const at = hotline({ settings: { reportNumberSeries: '武热要', officeName: '武侯区12345热线值班室' } });

type ReportView = RouteAnswer<'GET /api/incident-reports/:id'>;
type IncidentView = RouteAnswer<'GET /api/incidents/:id'>;
type Kind = ReportView['kind'];

const said = {
  title: '关于滨河路自来水主管爆裂的情况',
  occurredAt: '2026-09-14T09:20:00+08:00',
  place: '东城街道滨河路与新民路交叉口',
  matter: '自来水主管爆裂，影响约1200户居民用水。',
  casualties: '无人员伤亡。',
  measures: '区水务局已到场，两辆应急供水车已到位。',
  next: '预计18时前恢复供水。',
  addressees: ['区委办公室', '区政府办公室'],
  copiesTo: ['区应急管理局'],
};
const open = async (ticketNumbers: string[] = []): Promise<IncidentView> =>
  (await at.house.as('agent')).call('POST /api/incidents', { body: { title: said.title, ticketNumbers } });
const draft = async ({ id: incidentId }: { id: string }, kind: Kind): Promise<ReportView> =>
  (await at.house.as('agent')).call('POST /api/incident-reports', { body: { incidentId, kind } });
const asRead = ({ id, version }: ReportView) => ({ params: { id }, headers: { 'if-match': `"${version}"` } });
const write = async (report: ReportView, body: Partial<typeof said> = {}): Promise<ReportView> =>
  (await at.house.as('agent')).call('PUT /api/incident-reports/:id', { ...asRead(report), body: { ...said, ...body } });
const confirmed = { namesNobody: true } as const;
const sign = async (report: ReportView): Promise<ReportView> =>
  (await at.house.as('shift-lead')).call('POST /api/incident-reports/:id/sign', { ...asRead(report), body: confirmed });
const issue = async (incident: { id: string }, kind: Kind): Promise<ReportView> =>
  sign(await write(await draft(incident, kind)));
const bytesOf = async ({ id }: { id: string }, format: 'pdf' | 'docx'): Promise<Buffer> => {
  const client = await at.house.as('leader');
  const response = await fetch(`${client.url}/api/incident-reports/${id}/document?format=${format}`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const unspaced = (text: string): string => text.replace(/\s/g, '');

describe('urgent reports on an incident', () => {
  it('come in their order: one 首报, any 续报, one 终报 and nothing after it', async () => {
    const incident = await open();
    const agent = await at.house.as('agent');
    const early = await agent.refusal('POST /api/incident-reports', {
      body: { incidentId: incident.id, kind: 'final' },
    });
    expect(early).toMatchObject({ status: 409, detail: '不能出终报：现在只能出首报' });
    for (const kind of ['first', 'further', 'further', 'final'] as const) await issue(incident, kind);
    const late = await agent.refusal('POST /api/incident-reports', {
      body: { incidentId: incident.id, kind: 'further' },
    });
    expect(late).toMatchObject({ detail: '不能出续报：终报已签发，不再续报' });
    const after = await agent.call('GET /api/incidents/:id', { params: { id: incident.id } });
    expect(after).toMatchObject({ lastKind: 'final', nextKinds: [] });
    expect(after.reports.map(({ kind }) => kind)).toEqual(['first', 'further', 'further', 'final']);
  });

  it('are signed by another person than who drafted them, who says that nobody is named', async () => {
    const lead = await at.house.as('shift-lead');
    const incident = await open();
    const own = await lead.call('POST /api/incident-reports', { body: { incidentId: incident.id, kind: 'first' } });
    const written = await lead.call('PUT /api/incident-reports/:id', { ...asRead(own), body: said });
    const route = 'POST /api/incident-reports/:id/sign';
    expect(await lead.refusal(route, { ...asRead(written), body: confirmed })).toMatchObject({
      status: 403,
      detail: '本人起草或修改的快报须由他人签发',
    });
    const supervisor = await at.house.as('supervisor');
    const unread = await supervisor.refusal(route, { ...asRead(written), body: { namesNobody: false } as never });
    expect(unread).toMatchObject({ status: 400, errors: [{ path: 'namesNobody' }] });
    const agent = await at.house.as('agent');
    expect(await agent.refusal(route, { ...asRead(written), body: confirmed })).toMatchObject({ status: 403 });
    expect(await supervisor.call(route, { ...asRead(written), body: confirmed })).toMatchObject({
      number: expect.stringMatching(/^武热要〔2026〕\d+号$/) as string,
    });
  });

  it('have numbers without a gap and without a double, however many sign at the same moment', async () => {
    const drafts: ReportView[] = [];
    for (let each = 0; each < 8; each += 1) drafts.push(await write(await draft(await open(), 'first')));
    const signed = await Promise.all(drafts.map(sign));
    const numbers = signed.map(({ number }) => Number(/〕(\d+)号/.exec(number ?? '')?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, index) => (numbers[0] ?? 0) + index));
    const all = await at.house.database.sql.query<{ number: number }>(
      `SELECT number FROM intake.incident_report WHERE year = 2026 ORDER BY number`,
      [],
    );
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  });

  it('are signed once when two sign the same one at the same moment', async () => {
    const report = await write(await draft(await open(), 'first'));
    const people = [await at.house.as('shift-lead'), await at.house.as('supervisor')];
    const answers = await Promise.all(
      people.map((person) => person.try('POST /api/incident-reports/:id/sign', { ...asRead(report), body: confirmed })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('begin with number one in a new year', async () => {
    const before = at.house.clock.now();
    const report = await write(await draft(await open(), 'first'));
    at.house.at('2027-01-01 00:10');
    const signed = await sign(report);
    at.house.clock.set(before.toISOString());
    expect(signed.number).toBe('武热要〔2027〕1号');
  });

  it('say the same, byte for byte, when their tickets have changed; nobody edits or discards them', async () => {
    const ticket = await at.people.bring('handling', { urgency: 'urgent' });
    const incident = await open([ticket.number]);
    const signed = await issue(incident, 'first');
    const pdf = await bytesOf(signed, 'pdf');
    await at.people.rate(await at.people.change('reviewer', 'approve', await at.people.reply(ticket), {}));
    const agent = await at.house.as('agent');
    const again = await agent.call('GET /api/incident-reports/:id', { params: { id: signed.id } });
    expect(again).toEqual(signed);
    expect((await bytesOf(signed, 'pdf')).equals(pdf)).toBe(true);
    const printed = await at.house.database.sql.one<{ sha256: string }>(
      `SELECT encode(sha256(convert_to(printed, 'UTF8')), 'hex') AS sha256 FROM intake.incident_report WHERE id = $1`,
      [signed.id],
    );
    expect(printed?.sha256).toBe(signed.sha256);
    const edit = await agent.refusal('PUT /api/incident-reports/:id', { ...asRead(signed), body: said });
    expect(edit).toMatchObject({ status: 409, detail: '快报已签发，不能再改' });
    const drop = await agent.refusal('DELETE /api/incident-reports/:id', { params: { id: signed.id } });
    expect(drop).toMatchObject({ status: 409 });
  });

  it('are begun from the tickets, without who asked, and take no identity back', async () => {
    const ticket = await at.people.register({
      title: '张小明家停水',
      content: '我叫张小明，电话13812345678，家中停水，车牌川A12345被堵。',
    });
    const hidden = await at.people.register({ title: '举报某企业偷排', type: 'report', content: '夜间偷排污水。' });
    const incident = await open([ticket.number, hidden.number]);
    at.house.clock.advance(600_000);
    const report = await draft(incident, 'first');
    expect(report.content.matter).toContain(ticket.number);
    expect(report.content.matter).toContain('受理相关诉求2件');
    expect(new Date(report.content.occurredAt)).toEqual(new Date(ticket.registeredAt));
    expect(JSON.stringify(report.content)).not.toMatch(/13812345678|张小明|川A12345|偷排/);
    const agent = await at.house.as('agent');
    const route = 'PUT /api/incident-reports/:id';
    const named = await agent.refusal(route, {
      ...asRead(report),
      body: { ...said, matter: '张小明反映停水', measures: '回电13900001111' },
    });
    expect(named).toMatchObject({
      status: 400,
      errors: [
        { path: 'matter', message: '还有姓名1处' },
        { path: 'measures', message: '还有电话1处' },
      ],
    });
  });

  it('are not signed when they name a citizen who was linked, or corrected, after they were written', async () => {
    const incident = await open();
    const report = await write(await draft(incident, 'first'), { matter: '欧阳文博反映停水。' });
    const ticket = await at.people.register({ citizen: { name: '欧阳文博', phone: '13812340000' } });
    await (
      await at.house.as('agent')
    ).call('PUT /api/incidents/:id', {
      params: { id: incident.id },
      body: { title: said.title, ticketNumbers: [ticket.number] },
    });
    const lead = await at.house.as('shift-lead');
    const refused = await lead.refusal('POST /api/incident-reports/:id/sign', { ...asRead(report), body: confirmed });
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'matter' }] });
  });

  it('are refused while they are not complete, or hold what cannot be printed', async () => {
    const report = await draft(await open(), 'first');
    const lead = await at.house.as('shift-lead');
    const bare = await lead.refusal('POST /api/incident-reports/:id/sign', { ...asRead(report), body: confirmed });
    expect(bare).toMatchObject({ status: 400, detail: '快报内容不完整，请补充后再签发' });
    const agent = await at.house.as('agent');
    const odd = await agent.refusal('PUT /api/incident-reports/:id', {
      ...asRead(report),
      body: { ...said, matter: '情况紧急😀' },
    });
    expect(odd).toMatchObject({ status: 400, errors: [{ path: 'matter', message: '“😀”无法打印' }] });
    const none = await agent.refusal('POST /api/incidents', { body: { title: '某事', ticketNumbers: ['1'] } });
    expect(none).toMatchObject({ status: 400, errors: [{ path: 'ticketNumbers.0' }] });
  });

  it('leave as PDF and DOCX that another program reads, numbered, addressed and signed', async () => {
    const signed = await issue(await open(), 'first');
    const wanted = [
      '要情快报',
      signed.number ?? '',
      `签发人：${signed.signedBy?.name}`,
      `${said.title}（首报）`,
      '区委办公室、区政府办公室：',
      '2026-09-14 09:20，东城街道滨河路与新民路交叉口。',
      said.matter,
      said.casualties,
      said.measures,
      said.next,
      '抄送：区应急管理局',
      '武侯区12345热线值班室',
      '2026年9月14日',
    ];
    for (const text of [
      (await pagesOfPdf(await bytesOf(signed, 'pdf'))).join(''),
      await textOfDocx(await bytesOf(signed, 'docx')),
    ])
      expect(wanted.filter((words) => !unspaced(text).includes(unspaced(words)))).toEqual([]);
  });

  it('are told by events, with the number and the digest of what was signed', async () => {
    const signed = await issue(await open(), 'first');
    const { items } = await (
      await at.house.as('admin')
    ).call('GET /api/admin-events', { query: { subject: 'incident-report', subjectId: signed.id } });
    expect(items.map(({ action }) => action)).toEqual(['sign', 'edit', 'create']);
    expect(items[0]).toMatchObject({ after: { number: signed.number, sha256: signed.sha256 } });
  });

  it('are one draft at a time, which can be given up', async () => {
    const incident = await open();
    const report = await draft(incident, 'first');
    const agent = await at.house.as('agent');
    const second = await agent.refusal('POST /api/incident-reports', {
      body: { incidentId: incident.id, kind: 'first' },
    });
    expect(second).toMatchObject({ status: 409, detail: '已有一份未签发的草稿' });
    await agent.call('DELETE /api/incident-reports/:id', { params: { id: report.id } });
    expect(await agent.call('GET /api/incidents/:id', { params: { id: incident.id } })).toMatchObject({
      reports: [],
      nextKinds: ['first'],
    });
  });
});
