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
let returned: TicketView;
let account: string;
let restore: () => Promise<void>;
beforeAll(async () => {
  closed = await at.people.bring('closed');
  edited = await at.people.bring('registered');
  await edit(edited, { title: '垃圾清运不及时', content: '三号楼前的垃圾又堆了两天。' });
  open = await at.people.bring('handling', { citizen: { name: '李大为', phone: '13900000000' } });
  returned = await at.people.decide(await at.people.giveBack(await at.people.bring('dispatched')), 'reject');
  account = await addUser();
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

async function addUser(): Promise<string> {
  const body = { username: 'li.na', name: '李娜', roles: ['agent' as const] };
  return (await (await at.house.as('admin')).call('POST /api/users', { body })).user.id;
}

const falsify = (statement: string, ...values: unknown[]) =>
  at.house.database.sql.query<Record<string, unknown>>(statement, values);
/** A line as a break names it; one that is missing says nothing of itself. */
const line = (ticket: TicketView, seq: number, name?: string) =>
  `ticket ${ticket.number}, line ${seq}${name ? ` "${name}" of 2026-09-14T01:30:00.000Z` : ''}`;

describe('an audit', () => {
  it('finds that everything holds, and counts what it has read', async () => {
    expect(await auditHouse(at.house)).toEqual({
      ...{ tickets: 4, lines: 16, anchors: 1, anchoredHeads: 4, untoldTexts: 0, files: null, attachments: null },
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
    ['address', 'address is another than was said here', `UPDATE ticket.ticket SET address = '滨江路' WHERE id = $1`],
    [
      'call',
      'call, attributes, code or wish for a reply is another than was said here',
      `UPDATE ticket.ticket SET call_id = 'another' WHERE id = $1`,
    ],
  ])('finds another %s than was registered', async (_, fault, change) => {
    await falsify(change, closed.id);
    expect(await breaksIn(at.house)).toEqual([`${line(closed, 1, 'register')}: the ticket’s ${fault}`]);
  });

  it('finds a citizen whose row says what another one gave, in each ticket, edited or not', async () => {
    await falsify(
      `UPDATE ticket.citizen c SET sealed = o.sealed, wrapped_key = o.wrapped_key FROM ticket.citizen o, ticket.ticket t
       WHERE t.id = $1 AND c.id = t.citizen_id AND o.id <> c.id`,
      closed.id,
    );
    const fault = 'the ticket’s citizen is another than was said here';
    expect(await breaksIn(at.house)).toEqual(
      [closed, edited, returned].map((each) => `${line(each, 1, 'register')}: ${fault}`),
    );
  });

  it('finds a citizen’s data that was changed', async () => {
    await falsify(
      `UPDATE ticket.citizen c SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) FROM ticket.ticket t
       WHERE t.id = $1 AND c.id = t.citizen_id`,
      closed.id,
    );
    const fault = 'what the citizen gave was changed';
    expect(await breaksIn(at.house)).toEqual(
      [closed, edited, returned].map((each) => `${line(each, 1, 'register')}: ${fault}`),
    );
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
  const finds =
    (change: string, [seq, name]: [number, string], fault: string) =>
    async () => {
      await falsify(change, closed.id);
      expect(await breaksIn(at.house)).toEqual([`${line(closed, seq, name)}: ${fault}`]);
    };

  it.each<[string, string, [number, string]]>([
    ['citizenId', `citizen_id = gen_random_uuid()`, [1, 'register']],
    ['number', `number = '1'`, [1, 'register']],
    ['type', `type = 'praise'`, [1, 'register']],
    ['urgency', `urgency = 'critical'`, [1, 'register']],
    ['channel', `channel = 'web'`, [1, 'register']],
    ['categoryCode', `category_code = 'city'`, [1, 'register']],
    ['areaCode', `area_code = 'west'`, [1, 'register']],
    ['anonymous', `anonymous = true`, [1, 'register']],
    ['confidential', `confidential = true`, [1, 'register']],
    ['reachable', `reachable = false`, [1, 'register']],
    ['subjectDepartmentId', `subject_department_id = gen_random_uuid()`, [1, 'register']],
    ['identityConsents', `identity_consents = ARRAY[gen_random_uuid()]`, [1, 'register']],
    ['callbackNumberChanges', `callback_number_changes = 1`, [1, 'register']],
    ['nudges', `nudges = 3`, [1, 'register']],
    ['urges', `urges = 3`, [1, 'register']],
    ['imported', `imported = true`, [1, 'register']],
    ['upstreamSystem', `upstream_system = 'city'`, [1, 'register']],
    ['upstreamNumber', `upstream_number = '1'`, [1, 'register']],
    ['upstreamDueAt', `upstream_due_at = now()`, [1, 'register']],
    ['registeredAt', `registered_at = registered_at - interval '1 day'`, [1, 'register']],
    ['leadDepartmentId', `lead_department_id = gen_random_uuid()`, [2, 'dispatch']],
    ['handledAt', `handled_at = handled_at - interval '1 day'`, [5, 'approve']],
    ['closedAt', `closed_at = closed_at - interval '1 day'`, [6, 'rate']],
    ['closeReason', `close_reason = 'unrated'`, [6, 'rate']],
    ['rating', `rating = rating || '{"solved": "no"}'`, [6, 'rate']],
  ])('finds another %s than history tells', async (field, change, told) => {
    const fault = `the ticket’s ${field} is another than history tells`;
    await finds(`UPDATE ticket.ticket SET ${change} WHERE id = $1`, told, fault)();
  });

  it.each([
    `satisfaction = '{"result": "dissatisfied"}'`,
    `solved = 'partly'`,
    `contacted = 'no'`,
    `source = 'default'`,
    `number_changed = true`,
    `judged_reasonable = false`,
    `comment = '很好'`,
    `round = 2`,
    `at = at - interval '40 days'`,
  ])('finds a rating made better: %s', async (change) => {
    const fault = 'the rating is another than history tells';
    await finds(`UPDATE ticket.rating SET ${change} WHERE ticket_id = $1`, [6, 'rate'], fault)();
  });

  it(
    'finds a rating that is gone',
    finds(`DELETE FROM ticket.rating WHERE ticket_id = $1`, [6, 'rate'], 'the rating is missing'),
  );

  it(
    'finds a rating that nobody gave',
    finds(
      `INSERT INTO ticket.rating SELECT (json_populate_record(r, json_build_object('id', gen_random_uuid()))).*
       FROM ticket.rating r WHERE ticket_id = $1`,
      [6, 'rate'],
      'there is a rating that history does not tell',
    ),
  );

  it.each([
    `reply = reply || '{"publicText": "查无此事"}'`,
    `reply = reply || '{"resolution": "unsolved"}'`,
    `department_id = gen_random_uuid()`,
    `role = 'co-handler'`,
    `state = 'cancelled'`,
    `answered_at = answered_at - interval '1 day'`,
  ])('finds a department’s part that was changed: %s', async (change) => {
    await falsify(`UPDATE ticket.assignment SET ${change} WHERE ticket_id = $1`, closed.id);
    const [found, ...others] = await breaksIn(at.house);
    expect(found).toMatch(/^ticket \d+, line \d .*: a department’s part is another than history tells$/);
    expect([found?.includes(closed.number), others]).toEqual([true, []]);
  });
});

describe('an audit of who saw and took what', () => {
  it('finds looks that nobody is to count', async () => {
    const body = { reason: '核对' };
    await (await at.house.as('agent')).call('POST /api/tickets/:id/reveal', { params: { id: edited.id }, body });
    expect(await breaksIn(at.house)).toEqual([]);
    await falsify(`DELETE FROM ticket.look`);
    const told = `ticket ${edited.number}, line 3 "reveal" of 2026-09-15T02:00:00.000Z`;
    expect(await breaksIn(at.house)).toEqual([`${told}: the look is missing`]);
  });

  it('finds a third-party copy that was printed otherwise than it left the house, and one that is gone', async () => {
    const body = { title: '垃圾清运', content: '楼前的垃圾堆了两天。', recipient: '物业公司', purpose: '协调清运' };
    const params = { id: edited.id };
    await (await at.house.as('dispatcher')).call('POST /api/tickets/:id/third-party-copies', { params, body });
    expect(await breaksIn(at.house)).toEqual([]);
    const told = `ticket ${edited.number}, line 3 "thirdPartyCopy" of 2026-09-15T02:00:00.000Z`;
    await falsify(`UPDATE ticket.third_party_copy SET printed = printed || '{"content": "一切正常。"}'`);
    expect(await breaksIn(at.house)).toEqual([`${told}: the third-party copy is another than history tells`]);
    await falsify(`DELETE FROM ticket.third_party_copy`);
    expect(await breaksIn(at.house)).toEqual([`${told}: the third-party copy is missing`]);
  });
});

describe('an audit of returns', () => {
  it.each([`reason_code = 'duplicate'`, `basis = '无'`, `state = 'lapsed'`, `decided_at = now()`])(
    'finds one that says otherwise: %s',
    async (change) => {
      await falsify(`UPDATE ticket.return_request SET ${change} WHERE ticket_id = $1`, returned.id);
      const fault = 'the return is another than history tells';
      expect(await breaksIn(at.house)).toEqual([`${line(returned, 3, 'return')}: ${fault}`]);
    },
  );

  it('finds one that is gone', async () => {
    await falsify(`DELETE FROM ticket.return_request WHERE ticket_id = $1`, returned.id);
    expect(await breaksIn(at.house)).toEqual([`${line(returned, 3, 'return')}: the return is missing`]);
  });
});

describe('an audit of accounts', () => {
  // Sessions hang on accounts: what was falsified is put back, and not the whole table.
  beforeAll(() => falsify(`CREATE TABLE kept_account AS SELECT * FROM ticket.account WHERE username = 'li.na'`));
  afterEach(async () => {
    await falsify(`DELETE FROM ticket.account WHERE username IN ('nobody', 'li.na')`);
    await falsify(`INSERT INTO ticket.account SELECT * FROM kept_account`);
  });

  const broken = async (change: string): Promise<string[]> => {
    await falsify(`UPDATE ticket.account SET ${change} WHERE id = $1`, account);
    return (await breaksIn(at.house)).map((found) => found.replace(/event \d+/, 'event N'));
  };

  it.each([
    [`roles = '{admin}'`, 'its roles are others'],
    [`disabled_at = now()`, 'its time of leaving is another'],
    [`department_id = (SELECT id FROM ticket.department LIMIT 1)`, 'its department is another'],
    [`external_subject = 'somebody'`, 'its identity elsewhere is another'],
  ])('finds what no administrator gave or took: %s', async (change, fault) => {
    expect(await broken(change)).toEqual([`account ${account}: ${fault} than administrative event N left`]);
  });

  it('finds one that nobody made', async () => {
    const [row] = await falsify(
      `INSERT INTO ticket.account (id, username, name, password_hash, roles)
       SELECT gen_random_uuid(), 'nobody', name, password_hash, '{admin}' FROM ticket.account WHERE id = $1 RETURNING id`,
      account,
    );
    expect(await breaksIn(at.house)).toEqual([`account ${String(row?.id)}: no administrative event tells of it`]);
  });
});
