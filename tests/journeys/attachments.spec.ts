import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { addFile as add, downloadFile as download } from '#testing/attachment-client';
import { aForm, aPhotograph } from '#testing/files';
import type { HouseClient } from '#testing/house-client';
import { leadOf, type TicketView } from '#testing/people';
import { until } from '#testing/until';
import { hotline } from './support/hotline';
import { looseFiles, storedFiles } from './support/stored-files';

const at = hotline({ settings: { attachmentMaxMb: 2, attachmentsPerTicket: 5 } });

const route = 'POST /api/tickets/:id/attachments';

const refused = (client: HouseClient, { id }: { id: string }, form: FormData) =>
  client.refusal(route, { params: { id }, body: form });
const look = (client: HouseClient, { id }: { id: string }): Promise<TicketView> =>
  client.call('GET /api/tickets/:id', { params: { id } });

const stored = () => storedFiles(at.house);
const loose = () => looseFiles(at.house);
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

describe('a file that somebody adds to a ticket', () => {
  it('stands on its page, proved by its history, and comes back as it was', async () => {
    const ticket = await at.people.bring('handling');
    const handler = await at.people.handlerOf(leadOf(ticket));
    const photograph = await aPhotograph();
    const added = await add(handler, ticket, aForm(photograph, '清运后.jpg', { kind: 'scene' }));
    expect(added).toMatchObject({
      ...{ kind: 'scene', name: '清运后.jpg', mediaType: 'image/jpeg', bytes: photograph.length },
      ...{ sha256: sha256(photograph), width: 800, height: 600, hasThumbnail: true, fromCitizen: false, shared: false },
      at: '2026-09-14T01:30:00.000Z',
      takenAt: '2026-09-13T12:15:00.000Z',
      takenPlace: { lat: 29.32556, lng: 107.75 },
    });
    expect((await look(handler, ticket)).attachments).toEqual([added]);
    const { items } = await handler.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    const line = items.at(-1);
    expect(line).toMatchObject({ name: 'attach', label: '添加附件', from: 'handling', to: 'handling' });
    expect(line?.data).toMatchObject({ attachmentId: added.id, sha256: added.sha256, attachmentKind: 'scene' });
    expect(JSON.stringify(items)).not.toContain('清运后');
    const { bytes, headers } = await download(handler, ticket, added);
    expect(bytes.equals(photograph)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="___.jpg"; filename*=UTF-8''${encodeURIComponent('清运后.jpg')}`,
      'content-security-policy': `default-src 'none'; frame-ancestors 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(await loose()).toEqual([]);
    expect(await at.house.faults()).toEqual([]);
  });

  it('has a small picture without what the camera noted', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const added = await add(agent, ticket, aForm(await aPhotograph(), 'a.jpg'));
    const { bytes, headers } = await download(agent, ticket, added, { query: '?thumbnail=true' });
    expect(headers.get('content-type')).toBe('image/webp');
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([360, 270, undefined]);
    const note = await add(agent, ticket, aForm('一段说明', '说明.txt'));
    expect((await download(agent, ticket, note, { query: '?thumbnail=true' })).status).toBe(404);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['bytes=10-', 416, null, 'bytes */10'],
  ])('is read in parts, as players do: %s', async (range, status, content, told) => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const added = await add(agent, ticket, aForm('0123456789', 'a.txt'));
    const got = await download(agent, ticket, added, { headers: { range } });
    expect([got.status, got.headers.get('content-range')]).toEqual([status, told]);
    if (content !== null) expect(got.bytes.toString()).toBe(content);
  });

  it('says where a department took it, as the device says or the camera noted; where a citizen did nobody keeps', async () => {
    const ticket = await at.people.bring('handling');
    const [agent, handler] = [await at.house.as('agent'), await at.people.handlerOf(leadOf(ticket))];
    const photograph = await aPhotograph();
    const here = aForm(photograph, 'a.jpg', { takenPlace: '29.31,107.7' });
    expect((await add(handler, ticket, here)).takenPlace).toEqual({ lat: 29.31, lng: 107.7 });
    expect((await add(agent, ticket, aForm(photograph, 'b.jpg'))).takenPlace).toBeNull();
    expect((await add(handler, ticket, aForm('内容', 'c.txt'))).takenPlace).toBeNull();
    const citizens = aForm(photograph, 'd.jpg', { takenPlace: '29.31,107.7' });
    expect((await refused(agent, ticket, citizens)).errors).toMatchObject([{ path: 'takenPlace' }]);
    for (const wrong of ['29.31', '91,107.7', '北,东', '0,0'])
      expect((await refused(handler, ticket, aForm('x', 'e.txt', { takenPlace: wrong }))).errors).toMatchObject([
        { path: 'takenPlace' },
      ]);
  });

  it('may be sent with its words before or after it', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const form = aForm('内容', 'a.txt');
    form.append('kind', 'document');
    form.append('takenAt', '2026-09-01T08:00:00+08:00');
    expect(await add(agent, ticket, form)).toMatchObject({ kind: 'document', takenAt: '2026-09-01T00:00:00.000Z' });
  });

  it('keeps a name that hides nothing', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const names = ['C:\\Users\\张三\\a\u202Etxt.txt', '../../etc/passwd.txt', `${'长'.repeat(300)}.txt`, '没有后缀'];
    const kept = [];
    for (const name of names) kept.push((await add(agent, ticket, aForm('x', name))).name);
    expect(kept).toEqual(['atxt.txt', 'passwd.txt', `${'长'.repeat(120)}.txt`, '没有后缀.txt']);
  });
});

describe('what is not taken', () => {
  let ticket: TicketView;
  let agent: HouseClient;
  beforeAll(async () => {
    ticket = await at.people.register();
    agent = await at.house.as('agent');
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const bomb = () =>
    sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: 'red' } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
  const zip = () => Promise.resolve(Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'));
  const faults: [string, () => Promise<Uint8Array | string>, string, number, string][] = [
    [
      'a picture that calls itself a document',
      () => aPhotograph(),
      '报告.pdf',
      400,
      '文件名以 .pdf 结尾，内容却是JPG 图片',
    ],
    [
      'a program that calls itself a picture',
      () => Promise.resolve(Buffer.from('MZ\x90\x00\x03\x00\x00\x00')),
      'a.jpg',
      400,
      '不接受这种文件',
    ],
    ['SVG', () => Promise.resolve(svg), 'a.svg', 400, '不接受这种文件'],
    ['a page that calls itself text', () => Promise.resolve('<!doctype html><p>'), 'a.txt', 400, '不接受这种文件'],
    [
      'text that calls itself a page',
      () => Promise.resolve('alert(1)'),
      'a.html',
      400,
      '文件名以 .html 结尾，内容却是文本文件',
    ],
    ['an archive', zip, 'a.zip', 400, '不接受压缩包'],
    ['nothing', () => Promise.resolve(''), 'a.txt', 400, '文件是空的'],
    ['a broken picture', async () => (await aPhotograph()).subarray(0, 700), 'a.jpg', 400, '图片已损坏'],
    ['a picture that would fill the memory', bomb, 'a.png', 413, '图片尺寸过大'],
    ['a file that is too large', () => Promise.resolve('长'.repeat(800_000)), 'a.txt', 413, '文件超过 2 MB'],
  ];

  it.each(faults)(
    'is refused in a clerk’s words, and nothing of it is left: %s',
    async (_what, content, name, status, told) => {
      const before = await stored();
      const problem = await refused(agent, ticket, aForm(await content(), name));
      expect(problem.status).toBe(status);
      expect(problem.detail).toContain(told);
      expect([await stored(), await loose()]).toEqual([before, []]);
      expect((await look(agent, ticket)).attachments).toEqual([]);
    },
  );

  it('is refused where a field is wrong, even when the file came first', async () => {
    const before = await stored();
    const form = aForm('x', 'a.txt');
    form.append('kind', 'painting');
    expect((await refused(agent, ticket, form)).errors).toMatchObject([{ path: 'kind' }]);
    const later = aForm('x', 'a.txt', { takenAt: '2026-09-15T08:00:00+08:00' });
    expect((await refused(agent, ticket, later)).errors).toMatchObject([{ path: 'takenAt' }]);
    const two = aForm('x', 'a.txt');
    two.append('file', new Blob(['y']), 'b.txt');
    expect((await refused(agent, ticket, two)).detail).toBe('一次只能上传一个文件');
    const none = new FormData();
    none.append('kind', 'scene');
    expect((await refused(agent, ticket, none)).detail).toBe('请选择文件');
    const json = await agent.send(`/api/tickets/${ticket.id}/attachments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
    expect([await stored(), await loose()]).toEqual([before, []]);
  });

  it('is one more than a ticket may have, however many come at once', async () => {
    const full = await at.people.register();
    const sent = Array.from({ length: 8 }, (_, n) =>
      agent.try(route, { params: { id: full.id }, body: aForm(`${n}`, `${n}.txt`) }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
    expect((await look(agent, full)).attachments).toHaveLength(5);
    expect((await refused(agent, full, aForm('x', 'x.txt'))).detail).toBe('一个工单最多 5 个附件，不能再添加');
    expect(await loose()).toEqual([]);
  });

  it('is what comes after the archiving', async () => {
    const closed = await at.people.bring('closed');
    expect((await add(agent, closed, aForm('x', 'x.txt'))).name).toBe('x.txt');
    await at.people.archive(closed);
    expect((await refused(agent, closed, aForm('x', 'x.txt'))).detail).toBe('工单已归档，不再变更');
  });

  it('leaves nothing when whoever sends it goes away', async () => {
    const before = await stored();
    const leaving = new AbortController();
    const boundary = 'xxx';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.concat([Buffer.from(head), Buffer.alloc(300_000, 'x')]));
      },
    });
    const sending = fetch(`${at.house.url}/api/tickets/${ticket.id}/attachments`, {
      ...{ method: 'POST', body, duplex: 'half', signal: leaving.signal },
      headers: { authorization: `Bearer ${agent.token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    }).catch(() => undefined);
    await until(async () => ((await stored()).length > before.length ? '' : 'nothing has come in yet'));
    leaving.abort();
    await sending;
    await until(async () => ((await loose()).length === 0 ? '' : 'it is not given up yet'));
    expect(await stored()).toEqual(before);
  });
});
