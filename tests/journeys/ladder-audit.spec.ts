import type { TicketView } from '#testing/people';
import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';
import { keepTables } from './support/kept-tables';

const at = hotline({ now: '2026-09-14T10:00:00+08:00' });

let ticket: TicketView;
let restore: () => Promise<void>;

beforeAll(async () => {
  const [signed, undispatched] = [await at.people.bring('handling'), await at.people.register({ hold: true })];
  ticket = signed;
  // A later due time is another generation, which climbs anew.
  await at.people.change('reviewer', 'send-back', await at.people.reply(signed), { reasonCode: 'off-topic' });
  at.house.at('2026-10-12 10:00');
  await at.house.mark();
  expect(undispatched.state).toBe('registered');
  restore = await keepTables(at.house.database.sql);
});
afterEach(() => restore());

const falsify = (statement: string) => at.house.database.sql.query(statement, [ticket.id]);

describe('an audit of the rungs that clocks climbed', () => {
  it('finds that all are as history tells them, reminders among them', async () => {
    const rungs = await at.house.database.sql.query<{ rung: string }>('SELECT DISTINCT rung FROM ticket.rung', []);
    expect(rungs.map(({ rung }) => rung)).toEqual(
      expect.arrayContaining(['reminder', 'yellow', 'red', 'urge', 'supervision', 'shift-lead', 'manager']),
    );
    expect(await breaksIn(at.house)).toEqual([]);
  });

  it.each([
    [`UPDATE ticket.rung SET fired_at = fired_at - interval '1 day'`, 'the rung is another than history tells'],
    [`UPDATE ticket.rung SET due_at = due_at + interval '1 day'`, 'the rung is another than history tells'],
    [`UPDATE ticket.rung SET rung = 'manager'`, 'the rung is another than history tells'],
    [`DELETE FROM ticket.rung`, 'the rung is missing'],
  ])('finds one that was falsified: %s', async (change, fault) => {
    await falsify(`${change} WHERE ticket_id = $1 AND rung = 'urge' AND kind = 'finish'`);
    expect(await breaksIn(at.house)).toEqual([expect.stringContaining(fault)]);
  });

  it.each(['urge', 'reminder'])('finds one that was invented: %s', async (rung) => {
    await falsify(
      `INSERT INTO ticket.rung SELECT (jsonb_populate_record(r, '{"generation": 77, "rung": "${rung}"}')).*
       FROM ticket.rung r WHERE ticket_id = $1 AND rung = 'red' LIMIT 1`,
    );
    expect(await breaksIn(at.house)).toEqual([expect.stringContaining('there is a rung that history does not tell')]);
  });
});
