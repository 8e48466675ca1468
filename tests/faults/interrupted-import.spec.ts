import { csv } from '#http-api/csv';
import { until } from '#testing/until';
import { HotlineProcess } from './support/hotline-process';
import { toldBy } from './support/soundness-of';

const rows = 6_000;

let hotline: HotlineProcess;
beforeAll(async () => {
  hotline = await HotlineProcess.begin();
});
afterAll(() => hotline.stop());

interface ImportView {
  id: string;
  state: string;
  rowsRead: number;
  accepted: number;
  known: number;
  refused: number;
}

const history = (source: string): string =>
  csv([
    ['原编号', '诉求类型', '标题', '内容', '登记时间', '办结时间'],
    ...Array.from({ length: rows }, (_, index) => [
      `${source}-${index}`,
      '投诉',
      `旧工单${index}`,
      '工地夜间施工，噪声很大。',
      '2026-03-05 09:00',
      index % 100 === 99 ? '2026-03-01 09:00' : '2026-03-08 17:00',
    ]),
  ]);

type Said = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** As an administrator; signs in anew, for the one before may have died. */
async function ask(path: string, init: Said = {}): Promise<ImportView> {
  const body = JSON.stringify({ username: 'admin', password: HotlineProcess.password });
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${hotline.url}/api/session`, { method: 'POST', headers, body });
  const { token } = (await session.json()) as { token: string };
  const answer = await fetch(`${hotline.url}${path}`, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as ImportView;
}

const upload = (source: string) =>
  ask('/api/imports?kind=history', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: history(source) });

describe('an import whose process is killed in the middle', () => {
  it('is finished by the next one, with every row once', async () => {
    const { id } = await upload('OLD');
    const look = () => ask(`/api/imports/${id}`);
    for (const share of [0.2, 0.5]) {
      await until(async () => ((await look()).rowsRead > rows * share ? '' : 'it has not come so far'));
      const { state, rowsRead } = await look();
      expect([state, rowsRead < rows]).toEqual(['running', true]);
      await hotline.kill('hotline');
    }
    await until(async () => ((await look()).state === 'done' ? '' : 'it goes on'));
    expect(await look()).toMatchObject({ rowsRead: rows, accepted: rows * 0.99, known: 0, refused: rows * 0.01 });
    const again = await upload('OLD');
    await until(async () => ((await ask(`/api/imports/${again.id}`)).state === 'done' ? '' : 'it goes on'));
    expect(await ask(`/api/imports/${again.id}`)).toMatchObject({ accepted: 0, known: rows * 0.99 });
    const { faults, tickets, histories } = await toldBy(hotline.dataDirectory);
    expect({ faults, tickets, histories }).toEqual({
      faults: [],
      tickets: rows * 0.99,
      histories: { importHistory: rows * 0.99 },
    });
  });
});

describe('an import whose process is told to end in the middle', () => {
  it('ends with the batch under way, and is finished by the next one, with every row once', async () => {
    const { id } = await upload('OLDER');
    const look = () => ask(`/api/imports/${id}`);
    await until(async () => ((await look()).rowsRead > rows * 0.2 ? '' : 'it has not come so far'));
    await hotline.startAnew();
    const { state, rowsRead } = await look();
    expect([state, rowsRead < rows]).toEqual(['running', true]);
    await until(async () => ((await look()).state === 'done' ? '' : 'it goes on'));
    expect(await look()).toMatchObject({ rowsRead: rows, accepted: rows * 0.99, known: 0, refused: rows * 0.01 });
  });
});
