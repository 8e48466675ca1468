import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';

const at = hotline();

const falsify = (statement: string, ...values: unknown[]) => at.house.database.sql.query(statement, values);

async function signedReport(): Promise<string> {
  const [agent, lead] = [await at.house.as('agent'), await at.house.as('shift-lead')];
  const incident = await agent.call('POST /api/incidents', { body: { title: '路面塌陷', ticketNumbers: [] } });
  const report = await agent.call('POST /api/incident-reports', { body: { incidentId: incident.id, kind: 'first' } });
  const written = await agent.call('PUT /api/incident-reports/:id', {
    params: { id: report.id },
    headers: { 'if-match': '"1"' },
    body: {
      ...report.content,
      place: '滨河路',
      matter: '路面塌陷约两平方米。',
      casualties: '无人员伤亡。',
      measures: '已围挡。',
      addressees: ['区政府办公室'],
    },
  });
  await lead.call('POST /api/incident-reports/:id/sign', {
    params: { id: report.id },
    headers: { 'if-match': `"${written.version}"` },
    body: { namesNobody: true },
  });
  return report.id;
}

async function acceptedHandover(): Promise<string> {
  const [lead, supervisor] = [await at.house.as('shift-lead'), await at.house.as('supervisor')];
  const shiftId = (await lead.call('GET /api/shifts')).items[0]?.id ?? '';
  const { id } = await lead.call('POST /api/handovers', { body: { shiftId, day: '2026-09-13' } });
  await lead.call('POST /api/handovers/:id/hand-over', { params: { id }, body: {} });
  await supervisor.call('POST /api/handovers/:id/accept', { params: { id }, body: {} });
  return id;
}

it('tells when a signed report, an accepted hand-over or an entry of the duty log is another than it was', async () => {
  const [report, handover] = [await signedReport(), await acceptedHandover()];
  const entry = await (
    await at.house.as('agent')
  ).call('POST /api/duty-log', { body: { at: '2026-09-14T09:00:00+08:00', kind: 'other', text: '一切正常' } });
  expect(await breaksIn(at.house)).toEqual([]);
  await falsify(
    `UPDATE intake.incident_report SET printed = replace(printed, '无人员伤亡', '伤一人') WHERE id = $1`,
    report,
  );
  await falsify(
    `UPDATE intake.handover SET printed = p.text, sha256 = encode(sha256(convert_to(p.text, 'UTF8')), 'hex')
     FROM (SELECT replace(printed, '值班长', '督办员') AS text FROM intake.handover WHERE id = $1) p WHERE id = $1`,
    handover,
  );
  await falsify(`UPDATE intake.duty_entry SET text = '停水' WHERE id = $1`, entry.id);
  expect(await breaksIn(at.house)).toEqual([
    `urgent report ${report}: it is another than its event told`,
    `hand-over ${handover}: it is another than its event told`,
    `duty entry ${entry.id}: it is another than its event told`,
  ]);
  await falsify(`DELETE FROM intake.incident_report WHERE id = $1`, report);
  expect(await breaksIn(at.house)).toContain(`urgent report ${report}: its row is missing`);
});
