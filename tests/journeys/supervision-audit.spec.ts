import { service } from '#ticket/actor';
import { move } from '#ticket/move';
import { eraseTexts } from '#store/erase-texts';
import { TicketStore } from '#store/ticket-store';
import type { TicketView } from '#testing/people';
import { breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';
import { keepTables } from './support/kept-tables';

const at = hotline();

let ticket: TicketView;
let withdrawn: TicketView;
let restore: () => Promise<void>;

/** An order with everything that an order may say, brought so far. */
async function order({ id }: TicketView, to: 'draft' | 'signed' | 'closed'): Promise<void> {
  const supervisor = await at.house.as('supervisor');
  const instruction = { leader: '王区长', text: '请限期解决。', date: '2026-09-13', receivedFrom: '区政府办公室' };
  const body = {
    ...({ level: 'written', requirement: '请立即清运垃圾。', cause: 'leader-instruction' } as const),
    ...{ instruction, copyTo: ['区政府督查室'], dueAt: '2026-09-18T18:00:00+08:00' },
  };
  const drafted = await supervisor.call('POST /api/tickets/:id/supervise', { params: { id }, body });
  const params = { id: drafted.id };
  await supervisor.call('PUT /api/supervisions/:id', { params, body: { ...body, level: 'on-site' } });
  if (to === 'draft') return;
  await supervisor.call('POST /api/supervisions/:id/sign', { params, body: {} });
  if (to === 'signed') return;
  const handler = await at.house.as('handler', 'urban');
  await handler.call('POST /api/supervisions/:id/answer', { params, body: { text: '已清运。' } });
  await supervisor.call('POST /api/supervisions/:id/send-back', { params, body: { reason: '没有照片' } });
  await handler.call('POST /api/supervisions/:id/answer', { params, body: { text: '已清运，照片见附件。' } });
  await supervisor.call('POST /api/supervisions/:id/close', { params, body: { note: '属实' } });
}

beforeAll(async () => {
  ticket = await at.people.bring('handling');
  await order(ticket, 'closed');
  withdrawn = await at.people.bring('handling');
  await order(withdrawn, 'draft');
  await order(withdrawn, 'signed');
  await at.people.change('agent', 'withdraw', withdrawn, { reason: '已解决' });
  restore = await keepTables(at.house.database.sql);
});
afterEach(() => restore());

const falsify = (statement: string, ...values: unknown[]) => at.house.database.sql.query(statement, values);

describe('an audit of supervision orders', () => {
  it('finds that all are as history tells them, also those that lapsed with their ticket', async () => {
    expect(await breaksIn(at.house)).toEqual([]);
  });

  it.each([
    `state = 'signed'`,
    `level = 'phone'`,
    `cause = 'media'`,
    `requirement = '不必办理。'`,
    `department_id = gen_random_uuid()`,
    `copy_to = '{}'`,
    `instruction = instruction || '{"leader": "李区长"}'`,
    `due_at = due_at + interval '1 day'`,
    `drafted_at = now()`,
    `series = '督'`,
    `year = 2025`,
    `number = 77`,
    `printed = printed || '{"requirement": "不必办理。"}'`,
    `sha256 = '0'`,
    `signed_by = gen_random_uuid()`,
    `answer = '查无此事'`,
    `answered_at = now()`,
    `sent_back = 0`,
    `note = NULL`,
    `closed_by = NULL`,
  ])('finds one that says otherwise: %s', async (change) => {
    await falsify(`UPDATE ticket.supervision SET ${change} WHERE ticket_id = $1`, ticket.id);
    const [found, ...others] = await breaksIn(at.house);
    const fault = /"supervise".*: the supervision order is another than history tells$/;
    expect([found, others]).toEqual([expect.stringMatching(fault), []]);
  });

  it('finds one that is gone, and one that lives on after its ticket', async () => {
    await falsify(`DELETE FROM ticket.supervision WHERE ticket_id = $1`, ticket.id);
    expect(await breaksIn(at.house)).toEqual([expect.stringContaining('the supervision order is missing')]);
    await restore();
    await falsify(
      `UPDATE ticket.supervision SET state = 'signed', closed_at = NULL WHERE ticket_id = $1 AND number IS NOT NULL`,
      withdrawn.id,
    );
    expect(await breaksIn(at.house)).toEqual([expect.stringContaining('is another than history tells')]);
  });

  it('holds when what people wrote in one was erased with its ticket', async () => {
    await at.people.archive(withdrawn);
    await at.house.app.get(TicketStore).moveWith(withdrawn.id, service('retention'), async (found, context, sql) => {
      const moved = move(found, 'erase', {}, context);
      await eraseTexts(sql, found.id);
      return moved;
    });
    const [row] = await at.house.database.sql.query<{ row: string }>(
      `SELECT string_agg(row_to_json(v)::text, '') AS row FROM ticket.supervision v WHERE ticket_id = $1`,
      [withdrawn.id],
    );
    expect(row?.row).not.toMatch(/请立即清运|王区长|督查室/);
    expect(await breaksIn(at.house)).toEqual([]);
  });
});
