import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Attachments } from '#intake/attachments/attachments';
import { LocalFiles } from '#intake/attachments/local-files';
import { service } from '#ticket/actor';
import { Maintenance } from '#platform/maintenance';
import { WrongSetting } from '#platform/settings';
import { noteLooseFile } from '#store/loose-files';
import { addFile, downloadFile } from '#testing/attachment-client';
import { allTexts } from '#testing/all-texts';
import { aForm, aPhotograph } from '#testing/files';
import { goodReply, leadOf, type TicketView } from '#testing/people';
import { S3Server } from '#testing/s3-server';
import { attachmentBreaks } from '../../scripts/audit/attachment-breaks';
import { openHotline } from './support/open-hotline';
import { hotline } from './support/hotline';
import { looseFiles, storedFiles } from './support/stored-files';

const at = hotline({ now: '2026-01-05T09:30:00+08:00' });
const route = 'POST /api/tickets/:id/attachments';
const hour = 3_600_000;

const maintain = () => at.house.app.get(Maintenance).run();
const pathOf = (key: string): string => join(at.house.files, key.slice(0, 2), key);

describe('an upload that is sent again', () => {
  it('adds nothing the second time, and answers the same', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const photograph = await aPhotograph();
    const before = (await storedFiles(at.house)).length;
    const first = await addFile(agent, ticket, aForm(photograph, 'a.jpg', { kind: 'scene' }), 'once');
    const again = await addFile(agent, ticket, aForm(photograph, 'a.jpg', { kind: 'scene' }), 'once');
    expect(again).toEqual(first);
    expect((await at.people.look(ticket.id)).attachments).toHaveLength(1);
    // The photograph and its small picture.
    expect((await storedFiles(at.house)).length - before).toBe(2);
    expect(await looseFiles(at.house)).toEqual([]);
  });

  it('adds one, when both come at once', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const sent = Array.from({ length: 4 }, () => addFile(agent, ticket, aForm('内容', 'a.txt'), 'at once'));
    const ids = new Set((await Promise.all(sent)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect((await at.people.look(ticket.id)).attachments).toHaveLength(1);
    expect(await looseFiles(at.house)).toEqual([]);
  });

  it.each([
    ['another file', () => aForm('另一内容', 'a.txt')],
    ['another name', () => aForm('内容', 'b.txt')],
    ['another kind', () => aForm('内容', 'a.txt', { kind: 'scene' })],
  ])('is refused with %s under the same key', async (_what, form) => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    await addFile(agent, ticket, aForm('内容', 'a.txt'), 'same');
    const headers = { 'idempotency-key': 'same' };
    const problem = await agent.refusal(route, { params: { id: ticket.id }, body: form(), headers });
    expect([problem.status, problem.code]).toEqual([422, 'key-reused']);
    expect(await looseFiles(at.house)).toEqual([]);
  });

  it('is answered though nothing may be added any more', async () => {
    const ticket = await at.people.bring('closed');
    const agent = await at.house.as('agent');
    const first = await addFile(agent, ticket, aForm('内容', 'a.txt'), 'late');
    await at.people.archive(ticket);
    expect(await addFile(agent, ticket, aForm('内容', 'a.txt'), 'late')).toEqual(first);
  });
});

describe('words that name files', () => {
  it('are a reply with its evidence, and what the citizen adds', async () => {
    const ticket = await at.people.bring('handling');
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { id } = await addFile(handler, ticket, aForm(await aPhotograph(), '清运后.jpg', { kind: 'scene' }));
    const supplemented = await at.people.change('agent', 'supplement', ticket, { text: '见附件', attachmentIds: [id] });
    const replied = await at.people.reply(supplemented, { attachmentIds: [id] });
    expect(leadOf(replied).reply?.attachmentIds).toEqual([id]);
    const agent = await at.house.as('agent');
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    const naming = items.filter(({ data }) => Array.isArray(data['attachmentIds'])).map(({ name }) => name);
    expect(naming).toEqual(['supplement', 'reply']);
  });

  it('are refused when the file is another ticket’s, nobody’s, or named twice', async () => {
    const [ticket, other] = [await at.people.bring('handling'), await at.people.bring('handling')];
    const handler = await at.people.handlerOf(leadOf(ticket));
    const own = await addFile(handler, ticket, aForm('x', 'x.txt'));
    const foreign = await addFile(handler, other, aForm('x', 'x.txt'));
    for (const attachmentIds of [[foreign.id], [own.id, ticket.id], [own.id, own.id], ['x']]) {
      const body = { ...goodReply, attachmentIds };
      const refused = await handler.refusal('POST /api/assignments/:id/reply', {
        params: { id: leadOf(ticket).id },
        body,
      });
      expect(refused.errors).toMatchObject([{ path: 'attachmentIds' }]);
      const agent = await at.house.as('agent');
      const said = { params: { id: ticket.id }, body: { text: '补', attachmentIds } };
      expect((await agent.refusal('POST /api/tickets/:id/supplement', said)).status).toBe(400);
    }
    expect((await at.people.look(ticket.id)).state).toBe('handling');
  });
});

describe('files that no attachment names', () => {
  it('go after a day, with whatever lies beside them, and no others', async () => {
    const ticket = await at.people.register();
    await addFile(await at.house.as('agent'), ticket, aForm(await aPhotograph(), 'a.jpg'));
    const before = await storedFiles(at.house);
    const key = 'ab'.repeat(20);
    const { sql } = at.house.database;
    await noteLooseFile(sql, key, at.house.clock.now());
    await addBytes(key);
    at.house.clock.advance(23 * hour);
    await maintain();
    expect(await storedFiles(at.house)).toContain(key);
    at.house.clock.advance(2 * hour);
    await maintain();
    expect(await storedFiles(at.house)).toEqual(before);
    expect(await looseFiles(at.house)).toEqual([]);
  });

  it('become none when the day was over before their ticket was written', async () => {
    const ticket = await at.people.register();
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('一');
      at.house.clock.advance(25 * hour);
      await maintain();
      yield Buffer.from('二');
    }
    const file = { name: 'a.txt', content: slowly(), kind: 'other', fromCitizen: false } as const;
    const adding = at.house.app.get(Attachments).add(ticket.id, file, service('intake'));
    await expect(adding).rejects.toThrow('上传用时过长');
    expect((await at.people.look(ticket.id)).attachments).toEqual([]);
  });

  it('are removed at once when their ticket cannot be written', async () => {
    const ticket = await at.people.register();
    const before = await storedFiles(at.house);
    const file = { name: 'a.txt', content: [Buffer.from('x')], kind: 'other', fromCitizen: false };
    const content = ReadableStream.from(file.content) as unknown as AsyncIterable<Uint8Array>;
    const nobody = { id: 'nobody', name: '', roles: [], departmentIds: [] };
    const adding = at.house.app.get(Attachments).add(ticket.id, { ...file, kind: 'other', content }, nobody);
    await expect(adding).rejects.toThrow();
    expect([await storedFiles(at.house), await looseFiles(at.house)]).toEqual([before, []]);
  });
});

async function addBytes(key: string): Promise<void> {
  const store = new LocalFiles(at.house.files);
  await store.write(key, Readable.from([Buffer.from('x')]));
  await store.write(`${key}.thumbnail`, Readable.from([Buffer.from('x')]));
}

describe('the audit', () => {
  const breaks = () => attachmentBreaks(at.house.database.sql, new LocalFiles(at.house.files));

  it('finds a file that was changed, one that is missing, and a row that says another digest than history', async () => {
    const ticket = await at.people.register();
    const agent = await at.house.as('agent');
    const added = [];
    for (const name of ['一.txt', '二.txt', '三.txt']) added.push(await addFile(agent, ticket, aForm(name, name)));
    expect((await breaks()).breaks).toEqual([]);
    const { sql } = at.house.database;
    const keyOf = async (id: string | undefined) =>
      (await sql.one<{ key: string }>('SELECT key FROM ticket.attachment WHERE id = $1', [id]))?.key ?? '';
    const [changed, missing, told] = added;
    await writeFile(pathOf(await keyOf(changed?.id)), '另');
    await rm(pathOf(await keyOf(missing?.id)));
    await sql.query(`UPDATE ticket.attachment SET sha256 = 'f' WHERE id = $1`, [told?.id]);
    const found = await breaks();
    expect(found.breaks).toEqual([
      { where: `ticket ${ticket.number}, attachment ${changed?.id}`, fault: 'the file is another than was added' },
      { where: `ticket ${ticket.number}, attachment ${missing?.id}`, fault: 'the file is missing in the store' },
      {
        where: `ticket ${ticket.number}, attachment ${told?.id}`,
        fault: 'its digest is not the one its history tells',
      },
    ]);
    const lost = await downloadFile(agent, ticket, { id: missing?.id ?? '' });
    expect(lost.status).toBe(503);
    await sql.query('DELETE FROM ticket.attachment WHERE ticket_id = $1', [ticket.id]);
    expect((await breaks()).breaks).toMatchObject([{ fault: 'its row is missing' }, {}, {}]);
    await forget(ticket);
  });
});

/** What was broken on purpose is not there when the house is examined. */
async function forget({ id }: { id: string }): Promise<void> {
  for (const table of ['outbox', 'clock', 'assignment', 'history'])
    await at.house.database.sql.query(`DELETE FROM ticket.${table} WHERE ticket_id = $1`, [id]);
  await at.house.database.sql.query('DELETE FROM ticket.ticket WHERE id = $1', [id]);
}

describe('the erasure of a citizen', () => {
  it('takes the files and their names, and leaves a chain that holds', async () => {
    const citizen = { name: '诸葛青云', phone: '13811112222' };
    let ticket: TicketView = await at.people.bring('closed', { citizen });
    const agent = await at.house.as('agent');
    const before = await storedFiles(at.house);
    const { id, sha256 } = await addFile(agent, ticket, aForm(await aPhotograph(), '诸葛青云家门口.jpg'));
    await agent.call('POST /api/tickets/:id/attachments/:aid/share', { params: { id: ticket.id, aid: id }, body: {} });
    expect(await storedFiles(at.house)).toHaveLength(before.length + 3);
    const body = { ticketId: ticket.id, reason: '书面申请' };
    const asked = await (await at.house.as('supervisor')).call('POST /api/erasures', { body });
    const manager = await at.house.as('manager');
    await manager.call('POST /api/erasures/:id/approve', { params: { id: asked.id }, body: {} });
    await maintain();
    await at.house.settle();
    ticket = await at.people.look(ticket.id);
    expect(ticket.erasedAt).not.toBeNull();
    expect(ticket.attachments).toEqual([]);
    expect((await downloadFile(agent, ticket, { id })).status).toBe(404);
    expect([await storedFiles(at.house), await looseFiles(at.house)]).toEqual([before, []]);
    expect(await allTexts(at.house.database.sql)).not.toMatch(/诸葛/);
    const { items } = await agent.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(items.find(({ name }) => name === 'attach')?.data['sha256']).toBe(sha256);
    expect(await at.house.faults()).toEqual([]);
    expect((await attachmentBreaks(at.house.database.sql, new LocalFiles(at.house.files))).breaks).toEqual([]);
  });
});

describe('a house that is not told where files lie', () => {
  it('is refused in one line', async () => {
    await expect(at.house.beside({ attachmentStore: undefined })).rejects.toThrow(
      new WrongSetting(
        'setting ATTACHMENT_DIR is missing: attachments need a directory that all replicas of intake share, or a bucket by the S3_ settings',
      ),
    );
  });
});

describe('a house whose files lie in S3', () => {
  it('takes, shows and removes them as one with a directory does', async () => {
    const server = await S3Server.start();
    const house = await openHotline({ settings: { attachmentStore: { s3: server.settings() } } });
    try {
      const agent = await house.as('agent');
      const ticket = await agent.call('POST /api/tickets', {
        body: { type: 'help', channel: 'phone', title: '路灯不亮', areaCode: 'east-1', hold: true },
      });
      const photograph = await aPhotograph();
      const added = await addFile(agent, ticket, aForm(photograph, 'a.jpg'));
      expect((await downloadFile(agent, ticket, added)).bytes.equals(photograph)).toBe(true);
      const part = await downloadFile(agent, ticket, added, { headers: { range: 'bytes=0-1' } });
      expect([part.status, part.bytes.toString('hex')]).toEqual([206, 'ffd8']);
      expect((await downloadFile(agent, ticket, added, { query: '?thumbnail=true' })).status).toBe(200);
      const broken = await agent.try(route, {
        params: { id: ticket.id },
        body: aForm(photograph.subarray(0, 500), 'a.jpg'),
      });
      expect(broken.status).toBe(400);
      expect(await server.count()).toBe(2);
      await server.stop();
      const outage = await agent.try(route, { params: { id: ticket.id }, body: aForm('x', 'a.txt') });
      expect(outage.status).toBe(503);
      expect(await looseFiles(house)).toHaveLength(1);
    } finally {
      await house.settle();
      await house.close();
    }
  });
});
