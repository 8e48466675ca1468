import ExcelJS from 'exceljs';
import { csv } from '#http-api/csv';
import type { RouteAnswer } from '#http-api/routes';
import { leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

type Outcome = RouteAnswer<'POST /api/survey-results'>;

const headings = ['工单编号', '调查日期', '是否联系', '是否解决', '满意度', '意见'];
const today = '2026-09-14';
const row = ({ number }: { number: string }, ...said: string[]) => [number, ...said];
const good = (ticket: TicketView, day = today) => row(ticket, day, '已联系', '已解决', '满意', '清运及时');
const bad = (ticket: TicketView, day = today) => row(ticket, day, '未联系', '未解决', '非常不满意', '还是老样子');

async function sent(file: Blob, type: string): Promise<{ status: number; body: Outcome }> {
  const supervisor = await at.house.as('supervisor');
  const answer = await supervisor.send('/api/survey-results', {
    method: 'POST',
    headers: { 'content-type': type },
    body: file,
  });
  return { status: answer.status, body: answer.body as Outcome };
}
const take = async (...rows: string[][]) => (await sent(new Blob([csv([headings, ...rows])]), 'text/csv')).body;
const ratingsOf = ({ id }: { id: string }) =>
  at.house.database.sql.query<{ source: string; comment: string }>(
    `SELECT source, comment FROM ticket.rating WHERE ticket_id = $1 ORDER BY id`,
    [id],
  );
beforeEach(() => at.house.at('2026-09-14 09:30'));

const waiting = () => at.people.bring('callback');

describe('what a survey company was told', () => {
  it('rates each ticket under its source, and closes or has it judged like any other rating', async () => {
    const [content, cross] = [await waiting(), await at.people.bring('closed')];
    // Of one day nobody knows which came first: what was said to the hotline stands.
    expect((await take(bad(cross))).refused[0]?.reason).toBe('调查当天或以后诉求人另有评价，以其为准');
    at.house.at('2026-09-15 10:00');
    expect(await take(good(content), bad(cross, '2026-09-15'))).toEqual({ accepted: 2, known: 0, refused: [] });
    expect(await at.people.now(content.id)).toMatchObject({ state: 'closed', rating: { source: 'survey-import' } });
    expect(await at.people.now(cross.id)).toMatchObject({
      state: 'closed',
      judgementDue: true,
      rating: { source: 'survey-import', contacted: 'no', solved: 'no' },
    });
    expect((await ratingsOf(cross)).map(({ source }) => source)).toEqual(['callback-human', 'survey-import']);
  });

  it('adds nothing when the same file comes again, also with further rows or with a row twice', async () => {
    const [first, second] = [await waiting(), await waiting()];
    expect(await take(good(first), good(first))).toEqual({ accepted: 1, known: 1, refused: [] });
    expect(await take(good(second), good(first))).toEqual({ accepted: 1, known: 1, refused: [] });
    expect(await ratingsOf(first)).toEqual([{ source: 'survey-import', comment: '清运及时' }]);
  });

  it('is taken row by row: what is wrong is refused with its line and reason, in no words of the row', async () => {
    const [ticket, open] = [await waiting(), await at.people.bring('handling')];
    const wrongDigit = ticket.number.slice(0, -1) + String((Number(ticket.number.at(-1)) + 1) % 10);
    const outcome = await take(
      [wrongDigit, today, '已联系', '已解决', '满意', ''],
      row(ticket, '去年', '联系过', '', '满意', '张三的话'),
      good(open),
      good(ticket),
    );
    expect(outcome).toMatchObject({ accepted: 1, known: 0 });
    expect(outcome.refused.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(outcome.refused[0]?.reason).toContain('工单编号');
    expect(outcome.refused[1]?.reason).toBe(
      '调查日期：须为日期，如 2026-10-08；是否联系：须为以下之一：已联系、未联系；是否解决：请填写',
    );
    expect(outcome.refused[2]?.reason).toContain('不能登记评价');
    expect(JSON.stringify(outcome)).not.toMatch(/张三|联系过/);
  });

  it('before the answer, in the future, or before the citizen said something else, is not the last word', async () => {
    const [answered, rated] = [await waiting(), await at.people.bring('closed')];
    const outcome = await take(good(answered, '2026-09-13'), good(answered, '2026-09-15'), good(rated, '2026-09-13'));
    expect(outcome.accepted).toBe(0);
    expect(outcome.refused.map(({ reason }) => reason)).toEqual([
      '调查日期早于本轮答复，不能作为本轮的评价',
      '调查日期晚于今天',
      '调查日期早于本轮答复，不能作为本轮的评价',
    ]);
    at.house.at('2026-09-16 10:00');
    await at.people.rate(answered);
    expect((await take(good(answered, '2026-09-15'))).refused[0]?.reason).toBe(
      '调查当天或以后诉求人另有评价，以其为准',
    );
  });

  it('may come as a workbook, from somebody who may bring it', async () => {
    const ticket = await waiting();
    const book = new ExcelJS.Workbook();
    const day = new Date(`${leadOf(ticket).answeredAt?.slice(0, 10)}T00:00:00Z`);
    book.addWorksheet('调查').addRows([headings, [ticket.number, day, '已联系', '部分解决', '基本满意', '']]);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const file = new Blob([await book.xlsx.writeBuffer()]);
    expect(await sent(file, type)).toMatchObject({ body: { accepted: 1, refused: [] } });
    const callback = await at.house.as('callback');
    const refused = await callback.send('/api/survey-results', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: new Blob(['']),
    });
    expect(refused.status).toBe(403);
  });

  it('is refused whole when the table is none of the kind', async () => {
    expect(await sent(new Blob(['工单编号,满意度\n1,满意']), 'text/csv')).toMatchObject({ status: 400 });
  });
});
