import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { urlOf } from '#hotline/backend/embedded-postgres';
import { masterKey } from '#hotline/backend/master-key';
import { readAccess } from '#hotline/backend/server-access';
import { openContact } from '#store/citizen';
import { Database } from '#store/database';
import { openDataSource } from '#store/data-source';
import { KeyKeeper } from '#store/key-keeper';
import { allTexts } from '#testing/all-texts';
import { ordinary } from '#testing/people';
import { HotlineProcess } from './support/hotline-process';
import { RecordingProxy } from './support/recording-proxy';

/** Enough for every plot of the replay to be played. */
const messages = 120;

let hotline: HotlineProcess;
let proxy: RecordingProxy;
/** Everything that citizens gave of themselves: names, numbers and addresses as they stand under the seals. */
let secrets: string[];
/** What a citizen gave on the tracking page: stored as it was given, and told nowhere else. */
let tracked: string[];

beforeAll(async () => {
  hotline = await HotlineProcess.begin('node', 'trace');
  proxy = new RecordingProxy(hotline.url);
  const base = await proxy.begin();
  await replay(base);
  await provokeErrors(base);
  tracked = await track(base);
  secrets = await secretsOf(hotline.dataDirectory);
});
afterAll(async () => {
  await proxy.end();
  await hotline.stop();
});

async function replay(base: string): Promise<void> {
  const file = join(hotline.directory.path, 'messages.jsonl');
  const lines = Array.from({ length: messages }, (_, index) => ({
    title: `路灯第${index}盏不亮`,
    text: '滨河路的路灯三天不亮，晚上看不见路，请尽快修好。',
    user: `writer-${index % 90}`,
  }));
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const words = ['dist/scripts/replay/main.js', file, '--base', base, '--password', HotlineProcess.password];
  await promisify(execFile)(process.execPath, words, { maxBuffer: 10_000_000 });
}

const refused = { name: '令狐冲不该出现', phone: '13912345678', address: '黑木崖思过巷7号' };

/** Requests that are refused for every kind of reason, with somebody's data in them. */
async function provokeErrors(base: string): Promise<void> {
  const post = async (path: string, body: string, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${base}${path}`, { method: 'POST', headers, body });
    return (await answer.json()) as { token?: string };
  };
  const credentials = { username: 'agent', password: HotlineProcess.password };
  const { token = '' } = await post('/api/session', JSON.stringify(credentials));
  const ticket = { ...ordinary, citizen: refused };
  await post('/api/tickets', JSON.stringify(ticket));
  await post('/api/tickets', JSON.stringify({ ...ticket, categoryCode: 'none' }), token);
  await post('/api/tickets', JSON.stringify({ ...ticket, citizen: { ...refused, phone: `${refused.phone}x` } }), token);
  await post('/api/tickets', JSON.stringify({ ...ticket, citizen: { ...refused, [refused.phone]: 1 } }), token);
  await post('/api/tickets', JSON.stringify(ticket).slice(0, -1), token);
  await post('/api/citizens/search', JSON.stringify({ phone: refused.phone, name: refused.name }), token);
  await post(`/api/tickets/none/reveal`, JSON.stringify({ reason: `打给${refused.name}` }), token);
}

/** A citizen tracks a ticket, rightly and wrongly; answers what nobody else may read of it. */
async function track(base: string): Promise<string[]> {
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as { token: string; number: string; trackingCode: string; code?: string };
  };
  const { token } = await post('/api/session', { username: 'agent', password: HotlineProcess.password });
  const { number, trackingCode: code } = await post('/api/tickets', ordinary, token);
  const [text, reason] = ['我家住黑木崖思过巷9号楼下', '东方不败替我办了'];
  await post('/api/public/track', { number, code });
  await post('/api/public/track', { number, code: `${code}2` });
  await post('/api/public/track', { number: `${number}1`, code });
  await post('/api/public/track/supplement', { number, code, text, more: code });
  await post('/api/public/track/supplement', { number, code, text });
  const form = new FormData();
  for (const [field, value] of Object.entries({ number, code })) form.append(field, value);
  form.append('file', new Blob([text]), `${reason}.txt`);
  await fetch(`${base}/api/public/track/pictures`, { method: 'POST', body: form });
  await post('/api/public/track/withdraw', { number, code, reason });
  expect(await post('/api/public/track/withdraw', { number, code, reason })).toMatchObject({
    code: 'transition-refused',
  });
  return [code, text, reason];
}

async function secretsOf(dataDirectory: string): Promise<string[]> {
  const access = await readAccess(join(dataDirectory, 'postgres.json'));
  if (!access) throw new Error(`no database lies in ${dataDirectory}`);
  const dataSource = await openDataSource({ databaseUrl: urlOf(access), poolSize: 2 });
  const database = new Database(dataSource);
  try {
    const { keys } = await KeyKeeper.open(database, () => masterKey({}, dataDirectory));
    const rows = await database.sql.query<{ sealed: Buffer; wrapped_key: Buffer }>(
      `SELECT sealed, wrapped_key FROM ticket.citizen`,
    );
    const contacts = rows.map((row) => openContact(keys, row));
    const texts = await allTexts(database.sql);
    const given = contacts.flatMap((contact) => [contact?.name, contact?.phone, contact?.address]);
    const found = [
      ...new Set([...given, ...Object.values(refused)].filter((each) => each !== null && each !== undefined)),
    ];
    expect(found.filter((secret) => texts.includes(secret))).toEqual([]);
    return found;
  } finally {
    await database.close();
    await dataSource.destroy();
  }
}

async function filesBelow(directory: string): Promise<string> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
  return texts.join('\n');
}

/** Where personal data must not be, what is found there, and a word that shows that it was looked at. */
const places: [place: string, found: () => Promise<string>, word: string][] = [
  [
    'the queues, as Redis wrote all it was ever told',
    () => filesBelow(join(hotline.dataDirectory, 'redis')),
    'ticket.registered',
  ],
  ['the log, at its most talkative', () => Promise.resolve(hotline.said), 'hotline'],
  ['the database server’s log', () => readFile(join(hotline.dataDirectory, 'postgres.log'), 'utf8'), 'database system'],
  ['the metrics', async () => (await fetch(`${hotline.url}/metrics`)).text(), 'hotline_outbox_rows'],
  ['addresses, as a proxy logs them', () => Promise.resolve(proxy.addresses.join('\n')), '/reveal'],
  ['what errors said', () => Promise.resolve(proxy.errors.join('\n')), 'invalid'],
];

describe('after a replay, what citizens gave of themselves', () => {
  it.each(places)('stands nowhere in %s', async (_place, found, word) => {
    expect(secrets.length).toBeGreaterThan(60);
    const text = await found();
    expect(text).toContain(word);
    expect([...secrets, ...tracked].filter((secret) => text.includes(secret))).toEqual([]);
  });
});
