import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allAnchors } from '#store/anchor-rows';
import { Relay } from '#queue/relay';
import { DailyAnchor } from '#platform/daily-anchor';
import { addFile, downloadFile, type AttachmentView } from '#testing/attachment-client';
import { aForm } from '#testing/files';
import { leadOf, People, type TicketView } from '#testing/people';
import { createEmptyDatabase } from '#testing/test-database';
import type { TestHouse } from '#testing/test-house';
import { hotline } from '../journeys/support/hotline';
import { openHotline } from '../journeys/support/open-hotline';
import { runCommand, settingsOf, type Ended } from './support/command';

const directory = mkdtempSync(join(tmpdir(), 'hotline-backup-'));
const anchorDirectory = join(directory, 'anchors');
const at = hotline({ settings: { anchorDirectory } });
const backedUp = { handling: {} as TicketView, waiting: '', file: {} as AttachmentView, late: [] as string[] };
const events = (house: TestHouse) => house.house.app.get(Relay, { strict: false });
let restored: { house: TestHouse; people: People };
let said: { backup: string; restore: string };

/** Tickets from between the backup and the loss: more than a process takes numbers for at once. */
const afterwards = 60;

/** Two days of work, one event that nobody has been told of, and a backup while tickets go on coming in. */
beforeAll(async () => {
  await at.people.bring('closed');
  const handling = await at.people.bring('handling');
  backedUp.file = await addFile(await at.house.as('agent'), handling, aForm('证明材料', '证明.txt'));
  await at.house.house.app.get(DailyAnchor).run();
  at.house.at('2026-09-15 10:00');
  await at.people.bring('replied');
  await at.house.house.app.get(DailyAnchor).run();
  backedUp.handling = await at.people.now(handling.id);
  await events(at.house).beforeApplicationShutdown();
  backedUp.waiting = (await registered(at.house)).id;
  said = await backUpAndRestore();
  events(at.house).onApplicationBootstrap();
});
afterAll(async () => {
  await restored.house.settle();
  const faults = await restored.house.faults();
  await restored.house.close();
  await rm(directory, { recursive: true });
  expect(faults).toEqual([]);
});

async function registered(house: TestHouse): Promise<{ id: string; number: string }> {
  const body = {
    type: 'help',
    channel: 'phone',
    title: '路灯不亮',
    content: '滨河社区三号楼前的路灯不亮已有两天。',
  } as const;
  const citizen = { name: '李小红', phone: '13812345679' };
  return (await house.as('agent')).call('POST /api/tickets', { body: { ...body, areaCode: 'east-1', citizen } });
}

async function backUpAndRestore(): Promise<{ backup: string; restore: string }> {
  const settings = { ...(await settingsOf(at.house)), DATA_DIR: join(directory, 'data') };
  const backups = join(directory, 'backups');
  await mkdir(backups);
  const backingUp = runCommand('backup', [backups, '--attachments'], { ...settings, MASTER_KEY: undefined });
  const over = backingUp.then(() => true);
  const goOn = async (): Promise<boolean> => {
    backedUp.late.push((await registered(at.house)).number);
    return false;
  };
  while (!(await Promise.race([over, goOn()])));
  const backup = await succeeded(backingUp);
  await Promise.all(Array.from({ length: afterwards }, goOn));
  const database = await createEmptyDatabase();
  const files = join(directory, 'files');
  const [name = ''] = await readdir(backups);
  const target = { ...settings, DATABASE_URL: database.url, ATTACHMENT_DIR: files };
  const restore = await succeeded(runCommand('restore', [join(backups, name)], target));
  const masterKey = at.house.master.key;
  const house = await openHotline({ over: { database, masterKey, files }, now: '2026-09-15T10:00:00+08:00' });
  restored = { house, people: new People(house) };
  return { backup, restore };
}

/** What a command said that ended well. */
async function succeeded(running: Promise<Ended>): Promise<string> {
  const { code, said } = await running;
  if (code !== 0) throw new Error(said);
  return said;
}

describe('npm run backup, while people go on working, and npm run restore', () => {
  it('say what was kept, and that everything holds', () => {
    expect(said.backup).toMatch(/rows of \d+ tables in .*\n\d+ tickets, \d+ of them open with [1-9]\d* running clocks/);
    expect(said.backup).toContain('1 files of attachments');
    expect(said.backup).toContain('The master key is not in it');
    expect(said.restore).toMatch(/Restored as of .*: \d+ rows of \d+ tables, 1 files of attachments/);
    expect(said.restore).toContain('running clocks, as in the backup');
    expect(said.restore).toContain('Everything holds.');
  });

  it('leaves nobody without the clock that ran', async () => {
    const { handling } = backedUp;
    const { dueAt, promisedAt } = await restored.people.now(handling.id);
    expect({ dueAt, promisedAt }).toEqual({ dueAt: handling.dueAt, promisedAt: handling.promisedAt });
    const clocks = (house: TestHouse) =>
      house.database.sql.query(`SELECT * FROM ticket.clock WHERE ticket_id = $1 ORDER BY id`, [handling.id]);
    expect(await clocks(restored.house)).toEqual(await clocks(at.house));
  });

  it('tells the services what they had not been told before', async () => {
    expect(said.restore).toMatch(/[1-9]\d* events wait to be delivered/);
    expect(await restored.people.now(backedUp.waiting)).toMatchObject({ state: 'dispatched' });
  });

  it('lets a ticket go on to its end', async () => {
    const replied = await restored.people.reply(await restored.people.now(backedUp.handling.id));
    const approved = await restored.people.change('reviewer', 'approve', replied, {});
    expect(await restored.people.rate(approved)).toMatchObject({ state: 'closed', alert: 'none' });
    expect(leadOf(approved).state).toBe('answered');
  });

  it('gives no number again, also none that was given out after the backup', async () => {
    const known = await at.house.database.sql.query<{ number: string }>(`SELECT number FROM ticket.ticket`);
    const numbers = new Set([...known.map(({ number }) => number), ...backedUp.late]);
    expect(backedUp.late.length).toBeGreaterThan(afterwards);
    const given = await Promise.all(Array.from({ length: afterwards }, () => registered(restored.house)));
    expect(given.filter(({ number }) => numbers.has(number))).toEqual([]);
  });

  it('hands out the files, under the same restrictions', async () => {
    const agent = await restored.house.as('agent');
    const { status, bytes } = await downloadFile(agent, backedUp.handling, backedUp.file);
    expect([status, bytes.toString()]).toEqual([200, '证明材料']);
    const stranger = await restored.house.as('handler', strangerTo(backedUp.handling));
    expect((await downloadFile(stranger, backedUp.handling, backedUp.file)).status).toBe(404);
  });

  it('goes on with the anchors, which those exported before still fit', async () => {
    const before = await allAnchors(at.house.database.sql);
    restored.house.at('2026-09-16 10:00');
    await restored.house.house.app.get(DailyAnchor).run();
    expect((await allAnchors(restored.house.database.sql)).slice(0, before.length)).toEqual(before);
    const settings = { ...(await settingsOf(restored.house)), DATA_DIR: join(directory, 'data') };
    const audited = await runCommand('audit', ['--anchors', anchorDirectory, '--attachments'], settings);
    expect(audited.said).toMatch(/3 anchors .* 2 exported files, 1 attachments[^]*Everything holds/);
  });

  it('lets nobody in by a session from before', async () => {
    const { token } = await at.house.as('agent');
    const answer = await fetch(`${restored.house.url}/api/session`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  });
});

/** The code of a department that has no part in it. */
const strangerTo = (ticket: TicketView): string => {
  const codes = ['education', 'health'];
  return codes.find((code) => restored.house.department(code).id !== leadOf(ticket).departmentId) ?? '';
};
