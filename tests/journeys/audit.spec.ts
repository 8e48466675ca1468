import { DailyAnchor } from '#platform/daily-anchor';
import type { TicketView } from '#testing/people';
import { auditHouse, breaksIn } from './support/audit-house';
import { hotline } from './support/hotline';
import { keepTables } from './support/kept-tables';
import { rewriteChain } from './support/rewrite-chain';

const at = hotline();

let closed: TicketView;
let edited: TicketView;
let open: TicketView;
let restore: () => Promise<void>;
beforeAll(async () => {
  closed = await at.people.bring('closed');
  edited = await at.people.bring('registered');
  await edit(edited, { title: '垃圾清运不及时', content: '三号楼前的垃圾又堆了两天。' });
  open = await at.people.bring('handling', { citizen: { name: '李大为', phone: '13900000000' } });
  await at.house.house.app.get(DailyAnchor).run();
  at.house.at('2026-09-15 10:00');
  open = await at.people.reply(open);
  restore = await keepTables(at.house.database.sql);
});
afterEach(() => restore());

async function edit({ id, version }: TicketView, body: { title?: string; content?: string }): Promise<void> {
  const headers = { 'if-match': `"${version}"` };
  await (await at.house.as('agent')).call('PATCH /api/tickets/:id', { params: { id }, headers, body });
}

const falsify = (statement: string, ...values: unknown[]) => at.house.database.sql.query(statement, values);
/** A line as a break names it; one that is missing says nothing of itself. */
const line = (ticket: TicketView, seq: number, name?: string) =>
  `ticket ${ticket.number}, line ${seq}${name ? ` "${name}" of 2026-09-14T01:30:00.000Z` : ''}`;

describe('an audit', () => {
  it('finds that everything holds, and counts what it has read', async () => {
    expect(await auditHouse(at.house)).toEqual({
      ...{ tickets: 3, lines: 12, anchors: 1, anchoredHeads: 3, untoldTexts: 0, files: null, attachments: null },
      breaks: [],
    });
  });

  it('names the first broken link of each ticket, that of the oldest ticket first', async () => {
    const signer = `UPDATE ticket.history SET actor = 'somebody else' WHERE ticket_id = $1 AND seq >= $2`;
    await falsify(signer, open.id, 2);
    await falsify(signer, closed.id, 4);
    expect(await breaksIn(at.house)).toEqual([
      `${line(closed, 4, 'reply')}: the hash does not follow`,
      `${line(open, 2, 'dispatch')}: the hash does not follow`,
    ]);
  });

  it('finds a text that was rewritten', async () => {
    const rewritten = `UPDATE ticket.history SET text = '{"publicText": "已解决"}' WHERE ticket_id = $1 AND seq = 4`;
    await falsify(rewritten, closed.id);
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 4, 'reply')}: the text was changed`]);
  });

  it('finds a line that was taken out', async () => {
    await falsify(`DELETE FROM ticket.history WHERE ticket_id = $1 AND seq = 3`, closed.id);
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 3)}: a line is missing`]);
  });

  it('finds that the last line was taken out and the ticket set back to the one before', async () => {
    await falsify(`DELETE FROM ticket.history WHERE ticket_id = $1 AND seq = 6`, closed.id);
    await falsify(
      `UPDATE ticket.ticket t SET seq = h.seq, head = h.hash, state = h."to" FROM ticket.history h
       WHERE t.id = $1 AND h.ticket_id = t.id AND h.seq = 5`,
      closed.id,
    );
    expect(await breaksIn(at.house)).toEqual([
      `${line(closed, 6)}: the anchor of 2026-09-14 holds this line, and it is missing`,
    ]);
  });

  it('finds a whole chain that was rewritten, for it does not lead through what was anchored', async () => {
    await falsify(`UPDATE ticket.history SET actor = 'somebody else' WHERE ticket_id = $1 AND seq = 2`, closed.id);
    await rewriteChain(at.house.database.sql, closed.id);
    expect(await breaksIn(at.house)).toEqual([
      `${line(closed, 6, 'rate')}: the anchor of 2026-09-14 holds another hash for this line`,
    ]);
  });

  it('finds that a ticket is gone, with its history or without', async () => {
    await falsify(`DELETE FROM ticket.ticket WHERE id = $1`, closed.id);
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 6, 'rate')}: the ticket of this history is missing`]);
    await falsify(`DELETE FROM ticket.history WHERE ticket_id = $1`, closed.id);
    expect(await breaksIn(at.house)).toEqual([
      `ticket ${closed.id}, line 6: the anchor of 2026-09-14 holds this line, and it is missing`,
    ]);
  });

  it('finds that a ticket was moved behind its history’s back', async () => {
    await falsify(`UPDATE ticket.ticket SET state = 'void' WHERE id = $1`, closed.id);
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 6, 'rate')}: the ticket is void, not closed`]);
  });
});

describe('an audit of a ticket’s words', () => {
  it.each([
    [
      'title',
      'title is another than was said here',
      `UPDATE ticket.ticket SET title = '小区垃圾已经清运' WHERE id = $1`,
    ],
    [
      'content',
      'content is another than was said here',
      `UPDATE ticket.ticket SET content = '一切正常。' WHERE id = $1`,
    ],
    [
      'citizen, whose row says what another one gave',
      'citizen or call is another than was registered',
      `UPDATE ticket.citizen c SET sealed = o.sealed, wrapped_key = o.wrapped_key FROM ticket.citizen o, ticket.ticket t
       WHERE t.id = $1 AND c.id = t.citizen_id AND o.id <> c.id`,
    ],
  ])('finds another %s than was registered', async (_, fault, change) => {
    await falsify(change, closed.id);
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 1, 'register')}: the ticket’s ${fault}`]);
  });

  it('finds a citizen’s data that was changed', async () => {
    await falsify(
      `UPDATE ticket.citizen c SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) FROM ticket.ticket t
       WHERE t.id = $1 AND c.id = t.citizen_id`,
      closed.id,
    );
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 1, 'register')}: what the citizen gave was changed`]);
  });

  it('finds another title than was edited last', async () => {
    await falsify(`UPDATE ticket.ticket SET title = '小区垃圾三天没有清运' WHERE id = $1`, edited.id);
    expect(await breaksIn(at.house)).toEqual([
      `${line(edited, 2, 'edit')}: the ticket’s title is another than was said here`,
    ]);
  });

  it('finds what was taken out of a history that nobody erased', async () => {
    await falsify(`UPDATE ticket.history SET text = NULL WHERE ticket_id = $1`, edited.id);
    expect(await breaksIn(at.house)).toEqual([`${line(edited, 2, 'edit')}: the text is missing`]);
  });
});

describe('an audit of what figures are made of', () => {
  const finds = (ticket: () => TicketView, change: string, seq: number, name: string, fault: string) => async () => {
    await falsify(change, ticket().id);
    expect(await breaksIn(at.house)).toEqual([`${line(ticket(), seq, name)}: ${fault}`]);
  };

  it.each([
    ['type', `type = 'praise'`, 1, 'register'],
    ['confidential', `confidential = true`, 1, 'register'],
    ['citizenId', `citizen_id = gen_random_uuid()`, 1, 'register'],
    ['handledAt', `handled_at = handled_at - interval '1 day'`, 5, 'approve'],
    ['closedAt', `closed_at = closed_at - interval '1 day'`, 6, 'rate'],
  ])('finds another %s than history tells', async (field, change, seq, name) => {
    const fault = `the ticket’s ${field} is another than history tells`;
    await finds(() => closed, `UPDATE ticket.ticket SET ${change} WHERE id = $1`, seq, name, fault)();
  });

  it(
    'finds a rating made better',
    finds(
      () => closed,
      `UPDATE ticket.rating SET satisfaction = '{"result": "dissatisfied"}' WHERE ticket_id = $1`,
      6,
      'rate',
      'the rating is another than was given',
    ),
  );

  it(
    'finds a rating that is gone',
    finds(() => closed, `DELETE FROM ticket.rating WHERE ticket_id = $1`, 6, 'rate', 'the rating is missing'),
  );

  it(
    'finds a reply that was rewritten',
    finds(
      () => closed,
      `UPDATE ticket.assignment SET reply = reply || '{"publicText": "查无此事"}' WHERE ticket_id = $1`,
      5,
      'approve',
      'a department’s part is another than history tells',
    ),
  );

  it('finds looks that nobody is to count', async () => {
    const body = { reason: '核对' };
    await (await at.house.as('agent')).call('POST /api/tickets/:id/reveal', { params: { id: edited.id }, body });
    await falsify(`DELETE FROM ticket.look`);
    const told = `ticket ${edited.number}, line 3 "reveal" of 2026-09-15T02:00:00.000Z`;
    expect(await breaksIn(at.house)).toEqual([`${told}: 0 looks are kept, and 1 told`]);
  });
});
