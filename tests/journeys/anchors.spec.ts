import { mkdtempSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holding } from '#store/advisory-locks';
import { anchorPublicKey, signAnchor, type Anchor } from '#store/anchor';
import { anchorFileName } from '#store/anchor-file';
import { allAnchors, insertAnchor } from '#store/anchor-rows';
import { makeAnchor } from '#store/make-anchor';
import { DailyAnchor } from '#platform/daily-anchor';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { TicketView } from '#testing/people';
import { testKeys } from '#testing/test-keys';
import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';
import { keepTables } from './support/kept-tables';
import { checkFromOutside } from './support/outside-auditor';
import { rewriteChain } from './support/rewrite-chain';

const directory = mkdtempSync(join(tmpdir(), 'hotline-anchors-'));
const [exported, copy] = [join(directory, 'exported'), join(directory, 'copy')];
const at = hotline({ settings: { anchorDirectory: exported } });
afterAll(() => rm(directory, { recursive: true }));

const days = ['2026-09-14', '2026-09-15', '2026-09-16'] as const;
const [first, second, third] = days;
let ticket: TicketView;
let restore: () => Promise<void>;
beforeAll(async () => {
  ticket = await at.people.bring('handling');
  await at.people.bring('closed');
  await anchorOf(first);
  ticket = await at.people.reply(ticket);
  await at.people.bring('registered');
  await anchorOf(second);
  await anchorOf(third);
  restore = await keepTables(at.house.database.sql);
});
beforeEach(() => cp(exported, copy, { recursive: true }));
afterEach(async () => {
  await restore();
  await rm(copy, { recursive: true });
});

async function anchorOf(day: string): Promise<void> {
  at.house.at(`${day} 10:00`);
  await at.house.house.app.get(DailyAnchor).run();
}

const falsify = (statement: string, ...values: unknown[]) =>
  at.house.database.sql.query<Record<string, unknown>>(statement, values);
const copyOf = (day: string) => join(copy, anchorFileName(day));
const anchors = (): Promise<Anchor[]> => allAnchors(at.house.database.sql);

describe('a daily anchor', () => {
  it('names the one before, and counts the heads that changed since', async () => {
    const [one, two, three] = await anchors();
    expect([one, two, three].map((each) => [each?.day, each?.leaves, each?.changed])).toEqual([
      // The administrative events are a chain too.
      [first, 3, 3],
      [second, 4, 2],
      [third, 4, 0],
    ]);
    expect([one?.previousRoot, two?.previousRoot, three?.previousRoot]).toEqual([null, one?.root, two?.root]);
    expect([two?.root === one?.root, three?.root === two?.root]).toEqual([false, true]);
  });

  it('is made once a day in Shanghai, however many replicas come at once', async () => {
    const shared = join(directory, 'shared');
    const settings = { ...at.house.house.app.get<Settings>(SETTINGS), anchorDirectory: shared };
    const replica = () => new DailyAnchor(at.house.database, at.house.keys, at.house.clock, settings);
    at.house.at('2026-09-17 00:00');
    await Promise.all([replica().run(), replica().run(), replica().run()]);
    at.house.at('2026-09-17 23:59');
    await replica().run();
    expect((await anchors()).map(({ day }) => day)).toEqual([...days, '2026-09-17']);
    expect((await readdir(shared)).sort()).toEqual([...days, '2026-09-17'].map(anchorFileName));
  });

  it('is left to another process that is at it', async () => {
    await at.house.database.session((sql) => holding(sql, 'anchors', () => anchorOf('2026-09-17')));
    expect((await anchors()).map(({ day }) => day)).toEqual(days);
    await anchorOf('2026-09-17');
    expect(await anchors()).toHaveLength(4);
    await rm(join(exported, anchorFileName('2026-09-17')));
  });

  it('is made once also when two do not hear of each other', async () => {
    const make = () => makeAnchor(at.house.database, at.house.keys, new Date('2026-09-20T10:00:00+08:00'));
    const made = await Promise.all([make(), make(), make()]);
    expect(made.filter((anchor) => anchor !== null)).toHaveLength(1);
    expect(await breaksIn(at.house)).toEqual([]);
  });

  it('is made for no day before the last one', async () => {
    expect(await makeAnchor(at.house.database, at.house.keys, new Date('2026-09-15T10:00:00+08:00'))).toBeNull();
  });

  it('still holds after its tickets have moved on', async () => {
    expect(await breaksIn(at.house, exported)).toEqual([]);
  });

  it('holds the head of a ticket that is gone', async () => {
    await falsify(`DELETE FROM ticket.ticket WHERE id = $1`, ticket.id);
    const anchor = await makeAnchor(at.house.database, at.house.keys, new Date('2026-09-20T10:00:00+08:00'));
    expect(anchor).toMatchObject({ leaves: 4, changed: 0 });
  });

  it('takes the administrative events in as one chain', async () => {
    await (await at.house.as('admin')).call('POST /api/areas', { body: { code: 'new-town', name: '新镇' } });
    const anchor = await makeAnchor(at.house.database, at.house.keys, new Date('2026-09-20T10:00:00+08:00'));
    expect(anchor).toMatchObject({ leaves: 4, changed: 1 });
    expect(await breaksIn(at.house)).toEqual([]);
    await falsify(`UPDATE ticket.admin_event SET actor = 'nobody' WHERE seq = 3`);
    expect(await breaksIn(at.house)).toEqual(['administrative events, line 3: the hash does not follow']);
  });

  it('betrays that the last administrative events were taken out', async () => {
    const [row] = await falsify(
      `DELETE FROM ticket.admin_event WHERE seq = (SELECT max(seq) FROM ticket.admin_event) RETURNING seq`,
    );
    expect(await breaksIn(at.house)).toEqual([
      `administrative events, line ${String(row?.seq)}: the anchor of ${first} holds this line, and it is missing`,
    ]);
  });
});

describe('an audit of the anchors', () => {
  const root = 'its root is not that of the heads kept for it';

  it('finds one that says something else than was signed', async () => {
    await falsify(`UPDATE ticket.anchor SET at = at + interval '1 hour' WHERE day = $1`, second);
    expect(await breaksIn(at.house)).toEqual([`anchor of ${second}: its signature is not of what it says`]);
  });

  it('finds one that somebody signed with a key of their own', async () => {
    const { publicKey: _key, signature: _signature, ...said } = (await anchors()).at(-1) as Anchor;
    await falsify(`DELETE FROM ticket.anchor WHERE day = $1`, third);
    await insertAnchor(at.house.database.sql, signAnchor(testKeys(), said));
    expect(await breaksIn(at.house)).toEqual([`anchor of ${third}: another key has signed it`]);
  });

  it('finds that the head of a rewritten chain was put in for the one that was anchored', async () => {
    await falsify(`UPDATE ticket.history SET actor = 'somebody else' WHERE ticket_id = $1 AND seq = 2`, ticket.id);
    await rewriteChain(at.house.database.sql, ticket.id);
    await falsify(
      `UPDATE ticket.anchored_head a SET hash = h.hash FROM ticket.history h
       WHERE a.ticket_id = $1 AND h.ticket_id = a.ticket_id AND h.seq = a.seq`,
      ticket.id,
    );
    expect(await breaksIn(at.house)).toEqual(days.map((day) => `anchor of ${day}: ${root}`));
  });

  it('finds that an anchor is gone, with its heads or without', async () => {
    await falsify(`DELETE FROM ticket.anchor WHERE day = $1`, second);
    const unlinked = `anchor of ${third}: the root it names is not that of the anchor before`;
    expect(await breaksIn(at.house)).toEqual([
      `anchor of ${second}: it is missing, and heads are kept for it`,
      unlinked,
    ]);
    await falsify(`DELETE FROM ticket.anchored_head WHERE anchor = $1`, second);
    expect(await breaksIn(at.house)).toEqual([unlinked]);
  });

  it('finds a day on which history went on while somebody kept everybody from anchoring it', async () => {
    const held = at.house.database.session((sql) =>
      holding(sql, 'anchors', async () => {
        for (const hour of ['09', '11']) {
          await anchorOf('2026-09-17');
          at.house.at(`2026-09-17 ${hour}:00`);
          await at.people.change('agent', 'nudge', ticket, {});
        }
      }),
    );
    await held;
    expect(await breaksIn(at.house)).toEqual([]);
    at.house.at('2026-09-18 00:30');
    const fault = 'it is missing, and history went on that day';
    expect(await breaksIn(at.house)).toEqual([`anchor of 2026-09-17: ${fault}`]);
    // Nobody makes up for it.
    await at.house.house.app.get(DailyAnchor).run();
    expect(await breaksIn(at.house)).toEqual([`anchor of 2026-09-17: ${fault}`]);
    await rm(join(exported, anchorFileName('2026-09-18')));
  });

  it('finds no fault in days when the house was off, nor in the minutes of a start', async () => {
    for (const minute of ['23:58', '23:59']) {
      at.house.at(`2026-09-21 ${minute}`);
      await at.people.change('agent', 'nudge', ticket, {});
    }
    at.house.at('2026-09-25 10:00');
    await at.house.house.app.get(DailyAnchor).run();
    expect(await breaksIn(at.house)).toEqual([]);
    await rm(join(exported, anchorFileName('2026-09-25')));
  });

  it('finds that an anchored head is gone', async () => {
    await falsify(`DELETE FROM ticket.anchored_head WHERE anchor = $1 AND ticket_id = $2`, second, ticket.id);
    expect(await breaksIn(at.house)).toEqual([
      `anchor of ${second}: the heads kept for it are more or fewer than it counts`,
      `anchor of ${third}: ${root}`,
    ]);
  });
});

describe('an exported anchor', () => {
  it('can be checked by an outsider who has nothing but the files and the public key', async () => {
    const publicKey = anchorPublicKey(at.house.keys);
    expect(checkFromOutside(copy, publicKey)).toEqual([]);
    const said = await readFile(copyOf(second), 'utf8');
    await writeFile(copyOf(second), said.replace(/"seq":4}/, '"seq":5}'));
    expect(checkFromOutside(copy, publicKey)).toEqual([
      `${anchorFileName(second)}: root`,
      `${anchorFileName(third)}: root`,
    ]);
  });

  it('betrays whoever rewrote the database with its anchors, key and all', async () => {
    await falsify(`UPDATE ticket.history SET actor = 'somebody else' WHERE ticket_id = $1 AND seq = 2`, ticket.id);
    await rewriteChain(at.house.database.sql, ticket.id);
    await falsify(`DELETE FROM ticket.anchored_head`);
    await falsify(`DELETE FROM ticket.anchor`);
    for (const day of days) await makeAnchor(at.house.database, at.house.keys, new Date(`${day}T10:00:00+08:00`));
    expect(await breaksIn(at.house)).toEqual([]);
    expect(await breaksIn(at.house, exported)).toEqual(
      days.map((day) => `file ${anchorFileName(day)}: line 1 is another than the database would export`),
    );
  });

  it('that was changed itself is found, and so is one that is gone or has no anchor', async () => {
    const said = await readFile(copyOf(first), 'utf8');
    await writeFile(copyOf(first), said.replace(/"seq":\d+}\n$/, '"seq":9}\n'));
    await rm(copyOf(second));
    await writeFile(copyOf('2026-09-13'), said);
    expect(await breaksIn(at.house, copy)).toEqual([
      `file ${anchorFileName('2026-09-13')}: the database has no anchor of this day`,
      `file ${anchorFileName(first)}: line 4 is another than the database would export`,
      `file ${anchorFileName(second)}: it is missing, and the database has its anchor`,
    ]);
  });

  it('is not missed before it was copied to there', async () => {
    await rm(copyOf(third));
    expect(await breaksIn(at.house, copy)).toEqual([]);
    await expect(breaksIn(at.house, directory)).rejects.toThrow('There is no exported anchor in');
  });

  it('is written again where it is missing, to the byte', async () => {
    const said = await readFile(join(exported, anchorFileName(second)));
    await rm(join(exported, anchorFileName(second)));
    await anchorOf(third);
    expect(await readFile(join(exported, anchorFileName(second)))).toEqual(said);
  });

  it('is what an auditor is given over HTTP, and says nothing about people', async () => {
    const auditor = await at.house.as('quality');
    const { body, type } = await auditor.try('GET /api/audit/anchors/:day', { params: { day: second } });
    expect(body).toBe(await readFile(copyOf(second), 'utf8'));
    expect(type).toBe('application/jsonl; charset=utf-8');
    expect(body).toMatch(/^\{"at":[^\n]+\}\n(\{"chain":"[0-9a-f-]{36}","hash":"[0-9a-f]{64}","seq":\d+\}\n){2}$/);
    for (const day of ['2026-09-13', '2026-02-31', 'nonsense'])
      expect((await auditor.refusal('GET /api/audit/anchors/:day', { params: { day } })).status).toBe(404);
  });

  it('is listed page by page, newest first', async () => {
    const auditor = await at.house.as('manager');
    const page = await auditor.call('GET /api/audit/anchors', { query: { limit: 2 } });
    const rest = await auditor.call('GET /api/audit/anchors', { query: { limit: 2, cursor: page.nextCursor ?? '' } });
    expect([...page.items, ...rest.items]).toEqual((await anchors()).reverse());
    expect(rest.nextCursor).toBeNull();
  });
});
