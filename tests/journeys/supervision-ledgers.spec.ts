import ExcelJS from 'exceljs';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import type { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline({ settings: { supervisionNumberSeries: '武热督' } });

type Order = RouteAnswer<'GET /api/supervisions/:id'>;
type Draft = RouteRequest<'POST /api/tickets/:id/supervise'>['body'];

const order = async (body: Partial<Draft>): Promise<Order> => {
  const { id } = await at.people.bring('handling');
  const supervisor = await at.house.as('supervisor');
  const said = { level: 'written', requirement: '请限期办理。', ...body } as const;
  const drafted = await supervisor.call('POST /api/tickets/:id/supervise', { params: { id }, body: said });
  return supervisor.call('POST /api/supervisions/:id/sign', { params: { id: drafted.id }, body: {} });
};
const instructed = (leader: string, date: string): Partial<Draft> => ({
  cause: 'leader-instruction',
  instruction: { leader, text: '请限期解决。', date, receivedFrom: '区政府办公室' },
});

let orders: Record<'media' | 'wang' | 'li', Order>;
beforeAll(async () => {
  const media = await order({ cause: 'media', level: 'on-site' });
  at.house.at('2026-09-15 10:00');
  orders = {
    media,
    wang: await order(instructed('王区长', '2026-09-10')),
    li: await order(instructed('李副区长', '2026-09-14')),
  };
});

/** The rows of a workbook, each by its headings. */
async function rowsOf(client: HouseClient, address: string): Promise<Record<string, string>[]> {
  const response = await fetch(`${client.url}${address}`, { headers: { authorization: `Bearer ${client.token}` } });
  expect(response.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const [headings = [], ...rows] = (book.worksheets[0]?.getSheetValues() ?? []).slice(1) as string[][];
  // Columns count from one.
  return rows.map((row) =>
    Object.fromEntries(headings.slice(1).map((heading, index) => [heading, row[index + 1] ?? ''])),
  );
}

describe('the ledger of orders', () => {
  it('is narrowed by state, level, cause, department and the days of drafting, newest first', async () => {
    const supervisor = await at.house.as('supervisor');
    const found = async (query: NonNullable<RouteRequest<'GET /api/supervisions'>['query']>): Promise<string[]> =>
      (await supervisor.call('GET /api/supervisions', { query })).items.map(({ id }) => id);
    const { media, wang, li } = orders;
    expect(await found({})).toEqual([li.id, wang.id, media.id]);
    expect(await found({ level: 'on-site' })).toEqual([media.id]);
    expect(await found({ cause: 'leader-instruction' })).toEqual([li.id, wang.id]);
    expect(await found({ state: 'closed' })).toEqual([]);
    expect(await found({ departmentId: at.house.department('police').id })).toEqual([]);
    expect(await found({ departmentId: at.house.department('urban').id })).toHaveLength(3);
    expect(await found({ to: '2026-09-15T00:00:00+08:00' })).toEqual([media.id]);
    expect(await found({ from: '2026-09-15T00:00:00+08:00' })).toEqual([li.id, wang.id]);
  });

  it('is gone through page by page without missing one', async () => {
    const supervisor = await at.house.as('supervisor');
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await supervisor.call('GET /api/supervisions', { query: { limit: 1, cursor } });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([orders.li.id, orders.wang.id, orders.media.id]);
  });

  it('is taken out as a workbook, in a clerk’s words', async () => {
    const [first] = await rowsOf(await at.house.as('supervisor'), '/api/supervisions?format=xlsx&cause=media');
    expect(first).toMatchObject({
      文号: '武热督〔2026〕1号',
      状态: '待反馈',
      督办级别: '现场督办',
      督办原因: '媒体关注',
      主送单位: '城市管理局',
      督办要求: '请限期办理。',
    });
  });
});

describe('the ledger of what leaders wrote', () => {
  it('holds orders with an instruction alone, and is narrowed by leader and by the days of writing', async () => {
    const supervisor = await at.house.as('supervisor');
    const found = async (
      query: NonNullable<RouteRequest<'GET /api/leader-instructions'>['query']>,
    ): Promise<string[]> =>
      (await supervisor.call('GET /api/leader-instructions', { query })).items.map(({ id }) => id);
    const { wang, li } = orders;
    expect(await found({})).toEqual([li.id, wang.id]);
    expect(await found({ leader: '王区长' })).toEqual([wang.id]);
    expect(await found({ from: '2026-09-11', to: '2026-09-14' })).toEqual([li.id]);
    expect(await found({ state: 'answered' })).toEqual([]);
  });

  it('is taken out as a workbook: leader, words, day, through whom, and what became of it', async () => {
    const handler = await at.house.as('handler', 'urban');
    const [first] = await rowsOf(
      handler,
      `/api/leader-instructions?format=xlsx&leader=${encodeURIComponent('王区长')}`,
    );
    expect(first).toMatchObject({
      批示领导: '王区长',
      批示内容: '请限期解决。',
      批示日期: '2026-09-10',
      来文单位: '区政府办公室',
      文号: '武热督〔2026〕2号',
      状态: '待反馈',
    });
    const police = await at.house.as('handler', 'police');
    expect((await police.call('GET /api/leader-instructions')).items).toEqual([]);
  });
});
