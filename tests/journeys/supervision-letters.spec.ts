import type { RouteAnswer } from '#http-api/routes';
import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { hotline } from './support/hotline';

const at = hotline({ settings: { supervisionNumberSeries: '武热督', officeName: '武侯区12345热线值班室' } });

type Order = RouteAnswer<'GET /api/supervisions/:id'>;

const body = {
  level: 'written',
  requirement: '请立即清运垃圾。\n请说明三天未清运的原因。',
  cause: 'leader-instruction',
  dueAt: '2026-09-16T18:00:00+08:00',
  copyTo: ['区政府督查室'],
  instruction: { leader: '王区长', text: '请城管局限期解决。', date: '2026-09-13', receivedFrom: '区政府办公室' },
} as const;

const draft = async ({ id }: { id: string }): Promise<Order> =>
  (await at.house.as('supervisor')).call('POST /api/tickets/:id/supervise', {
    params: { id },
    body: { ...body, copyTo: [...body.copyTo] },
  });
const sign = async ({ id }: { id: string }): Promise<Order> =>
  (await at.house.as('manager')).call('POST /api/supervisions/:id/sign', { params: { id }, body: {} });

async function bytesOf({ id }: { id: string }, format: 'pdf' | 'docx', department?: string): Promise<Buffer> {
  const client = await (department ? at.house.as('handler', department) : at.house.as('supervisor'));
  const response = await fetch(`${client.url}/api/supervisions/${id}/document?format=${format}`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const unspaced = (text: string): string => text.replace(/\s/g, '');
const pdfText = async (order: { id: string }, department?: string): Promise<string> =>
  unspaced((await pagesOfPdf(await bytesOf(order, 'pdf', department))).join(''));

describe('a supervision order on paper', () => {
  it('is marked as a draft until it is signed, and then says number, signer, 主送, 抄送, 批示 and when to answer', async () => {
    const ticket = await at.people.bring('handling');
    const drafted = await draft(ticket);
    const before = await pdfText(drafted);
    expect(before).toContain('（草稿，未签发）');
    expect(before).not.toContain('签发人');
    await sign(drafted);
    for (const said of [await pdfText(drafted), unspaced(await textOfDocx(await bytesOf(drafted, 'docx')))]) {
      for (const part of [
        ...['督办单', '武热督〔2026〕1号', '签发人：', '城市管理局：', '抄送：区政府督查室', '武侯区12345热线值班室'],
        ...['一、督办事项', ticket.number, '2026年9月13日，王区长批示：请城管局限期解决。（区政府办公室转来）'],
        ...['请立即清运垃圾。', '请于2026年9月16日18时00分前书面反馈'],
      ])
        expect(said).toContain(part);
      expect(said).not.toContain('草稿');
    }
  });

  it('says nothing of who asked, whatever the ticket says', async () => {
    const ticket = await at.people.bring('handling', { title: '张小明13812345678反映垃圾未清运' });
    const signed = await sign(await draft(ticket));
    const said = await pdfText(signed, 'urban');
    expect(said).toContain('反映垃圾未清运');
    expect(said).not.toMatch(/张小明|13812345678/);
  });

  it('is the same, byte for byte, when ticket and office have changed since', async () => {
    const ticket = await at.people.bring('handling');
    const signed = await sign(await draft(ticket));
    const pdf = await bytesOf(signed, 'pdf', 'urban');
    const agent = await at.house.as('agent');
    const headers = { 'if-match': `"${(await at.people.now(ticket.id)).version}"` };
    await agent.call('PATCH /api/tickets/:id', { params: { id: ticket.id }, headers, body: { title: '垃圾已经清运' } });
    at.house.at('2026-09-15 10:00');
    expect((await bytesOf(signed, 'pdf')).equals(pdf)).toBe(true);
  });

  it('is no other department’s to read', async () => {
    const signed = await sign(await draft(await at.people.bring('handling')));
    const police = await at.house.as('handler', 'police');
    const address = `/api/supervisions/${signed.id}/document`;
    expect((await police.send(address, { method: 'GET' })).status).toBe(404);
  });
});
