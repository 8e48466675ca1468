import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFile } from '#testing/attachment-client';
import { aForm } from '#testing/files';
import { hotline } from '../journeys/support/hotline';
import { runCommand, settingsOf, type Ended } from './support/command';

const at = hotline();
const directory = mkdtempSync(join(tmpdir(), 'hotline-audit-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** `npm run audit:verify` on the house's database, as it was built. */
const audit = async (...words: string[]): Promise<Ended> =>
  runCommand('audit', words, { ...(await settingsOf(at.house)), DATA_DIR: join(directory, 'data') });

describe('npm run audit:verify', () => {
  it('finds no break while people go on working', async () => {
    await at.people.bring('closed');
    const auditing = audit();
    const over = auditing.then(() => true);
    const closing = () => at.people.bring('closed').then(() => false);
    while (!(await Promise.race([over, closing()])));
    const { code, said } = await auditing;
    expect(said).toContain('Everything holds.');
    expect(code).toBe(0);
  });

  it('names the first break, and ends with 1', async () => {
    const { id, number } = await at.people.bring('closed');
    const falsify = (actor: string) =>
      at.house.database.sql.query(`UPDATE ticket.history SET actor = ${actor} WHERE ticket_id = $1 AND seq = 4`, [id]);
    await falsify(`actor || '?'`);
    const { code, said } = await audit();
    await falsify(`rtrim(actor, '?')`);
    expect(said).toContain(
      `BROKEN in 1 place. The first: ticket ${number}, line 4 "reply" of 2026-09-14T01:30:00.000Z: the hash does not follow`,
    );
    expect(code).toBe(1);
  });

  it('reads every file when it is asked to, and names the one that was changed', async () => {
    const ticket = await at.people.register();
    const { id } = await addFile(await at.house.as('agent'), ticket, aForm('证明', '证明.txt'));
    expect((await audit('--attachments')).said).toMatch(/ 1 attachments: [^]*Everything holds/);
    const row = await at.house.database.sql.one<{ key: string }>('SELECT key FROM ticket.attachment WHERE id = $1', [
      id,
    ]);
    const key = row?.key ?? '';
    writeFileSync(join(at.house.files, key.slice(0, 2), key), '伪造');
    const { code, said } = await audit('--attachments');
    expect(said).toContain(`ticket ${ticket.number}, attachment ${id}: the file is another than was added`);
    expect(code).toBe(1);
    expect((await audit()).code).toBe(0);
  });

  it.each([
    [['--help'], 'Names the first break'],
    [['--anchors', 'nowhere'], 'There is no exported anchor in nowhere'],
    [['--everything'], '--everything'],
  ])('says what it wants when it is asked %j', async (words, told) => {
    const { code, said } = await audit(...words);
    expect(said).toContain(told);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });
});
