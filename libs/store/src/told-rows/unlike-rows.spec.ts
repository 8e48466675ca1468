import { ATicket } from '#testing/a-ticket';
import { registeredAsTold } from '#ticket/register';
import { retoldSteps } from '#ticket/retold';
import type { Line } from '#ticket/line';
import { canonicalJson } from '../canonical-json';
import type { KeptRows } from '../kept-rows';
import { lookRow } from '../look-rows';
import type { ToldTable } from '../rows-told';
import { attemptRow, copyRow, ratingRow, returnRow } from '../ticket-rows';
import { attachmentRow } from '../attachment-rows';
import { createHash } from 'node:crypto';
import type { Step } from './told-row';
import { unlikeRows } from './unlike-rows';

const noRows: KeptRows = {
  'ticket.rating': [],
  'ticket.return_request': [],
  'ticket.callback_attempt': [],
  'ticket.look': [],
  'ticket.third_party_copy': [],
  'ticket.attachment': [],
  'ticket.supervision': [],
  'ticket.extension': [],
  'ticket.hold': [],
  'ticket.appeal': [],
  'ticket.sign_off': [],
  'ticket.rung': [],
};

/** As the database gives lines back. */
const stepsOf = ({ lines, now }: ATicket): Step[] => {
  const stored = lines.map((line) => ({
    ...line,
    data: JSON.parse(JSON.stringify(line.data)) as Line['data'],
    textDigest: null,
    hash: Buffer.alloc(0),
  }));
  const [first, ...later] = stored;
  if (!first) throw new Error('no line');
  const tickets = retoldSteps(registeredAsTold(now, first), later);
  return stored.flatMap((line, index) => {
    const after = tickets[index];
    return after ? [{ line, before: tickets[index - 1] ?? after, after }] : [];
  });
};

const lastOf = (ticket: ATicket) => ticket.lastLine as Line;

/** What is wrong with rows of one table, beside a story. */
const faults = (ticket: ATicket, table: ToldTable, rows: readonly Record<string, unknown>[]) =>
  unlikeRows({ ...noRows, [table]: rows }, stepsOf(ticket)).map(({ seq, fault }) => `${seq}: ${fault}`);

describe('what history tells of the rows beside a ticket', () => {
  const answered = () => new ATicket().dispatched().signed().replied().does('approve', {});
  const asked = {
    source: 'callback-human',
    contacted: 'yes',
    solved: 'no',
    satisfaction: { result: 'satisfied' },
  } as const;
  const wish = { id: 'rating', rating: asked, round: 1, merged: false, numberChanged: false };

  it('is how the citizen rated it', () => {
    const ticket = answered().does('rate', { ratingId: 'rating', ...asked, comment: '很快' });
    const { at, actor: by, seq } = lastOf(ticket);
    const row = ratingRow('ticket', { ...wish, comment: '很快', by, at });
    const found = (rows: readonly Record<string, unknown>[]) => faults(ticket, 'ticket.rating', rows);
    expect(found([row])).toEqual([]);
    expect(found([])).toEqual([`${seq}: the rating is missing`]);
    expect(found([row, { ...row, id: 'another' }])).toEqual([`${seq}: there is a rating that history does not tell`]);
    const others = {
      solved: 'yes',
      contacted: 'no',
      satisfaction: { result: 'very-satisfied' },
      source: 'default',
      number_changed: true,
      comment: null,
      merged: true,
      round: 2,
      by_account: 'another',
      at: new Date(0),
      judged_reasonable: false,
    };
    for (const change of Object.entries(others))
      expect(found([{ ...row, ...Object.fromEntries([change]) }])).toEqual([
        `${seq}: the rating is another than history tells`,
      ]);
  });

  it('is what was judged of a bad rating', () => {
    const ticket = answered().does('rate', { ratingId: 'rating', ...asked });
    const { at, actor: by, seq } = lastOf(ticket);
    const row = ratingRow('ticket', { ...wish, by, at });
    ticket.does('judge', { reasonable: false, reason: '超出政策' });
    expect(faults(ticket, 'ticket.rating', [{ ...row, judged_reasonable: false }])).toEqual([]);
    const fault = `${seq}: the rating is another than history tells`;
    expect(faults(ticket, 'ticket.rating', [row])).toEqual([fault]);
    expect(faults(ticket, 'ticket.rating', [{ ...row, judged_reasonable: true }])).toEqual([fault]);
  });

  it('is why a department gave it back, and what became of that', () => {
    const ticket = new ATicket().dispatched();
    const { leadId, leadDepartmentId } = ticket.now;
    const input = { assignmentId: leadId ?? '', reasonCode: 'not-ours', basis: '三定方案' } as const;
    ticket.does('return', input);
    const { at, seq } = lastOf(ticket);
    const row = returnRow('ticket', {
      ...input,
      id: 'any',
      departmentId: leadDepartmentId ?? '',
      needsArbitration: false,
      at,
    });
    expect(faults(ticket, 'ticket.return_request', [row])).toEqual([]);
    ticket.does('uphold', {});
    const upheld = { ...row, state: 'upheld', decided_at: lastOf(ticket).at };
    expect(faults(ticket, 'ticket.return_request', [upheld])).toEqual([]);
    const fault = `${seq}: the return is another than history tells`;
    for (const change of [
      { state: 'lapsed' },
      { basis: '无' },
      { reason_code: 'duplicate' },
      { department_id: 'water' },
    ])
      expect(faults(ticket, 'ticket.return_request', [{ ...upheld, ...change }])).toEqual([fault]);
    expect(faults(ticket, 'ticket.return_request', [])).toEqual([`${seq}: the return is missing`]);
  });

  it('is that a return nobody decided lapsed', () => {
    const ticket = new ATicket().dispatched();
    const { leadId, leadDepartmentId } = ticket.now;
    const input = { assignmentId: leadId ?? '', reasonCode: 'not-ours', basis: '三定方案' } as const;
    ticket.does('return', input);
    const told = { ...input, id: 'any', departmentId: leadDepartmentId ?? '', needsArbitration: false };
    const row = returnRow('ticket', { ...told, at: lastOf(ticket).at });
    ticket.does('withdraw', { reason: '已解决' });
    const lapsed = { ...row, state: 'lapsed', decided_at: lastOf(ticket).at };
    expect(faults(ticket, 'ticket.return_request', [lapsed])).toEqual([]);
    expect(faults(ticket, 'ticket.return_request', [row])).toHaveLength(1);
  });

  it('is when the citizen was called', () => {
    const ticket = answered().does('callbackAttempt', { outcome: 'no-answer' });
    const { at, actor: by, seq } = lastOf(ticket);
    const row = attemptRow('ticket', { id: 'any', round: 1, outcome: 'no-answer', by, at });
    expect(faults(ticket, 'ticket.callback_attempt', [row])).toEqual([]);
    expect(faults(ticket, 'ticket.callback_attempt', [{ ...row, outcome: 'wrong-number' }])).toEqual([
      `${seq}: the callback attempt is another than history tells`,
    ]);
  });

  it('is who looked at the contact, and who took a copy out', () => {
    const printed = { title: '路灯不亮', content: '三天了' };
    const sha256 = createHash('sha256').update(canonicalJson(printed)).digest('hex');
    const said = { recipient: '物业', purpose: '协调' };
    const ticket = new ATicket()
      .does('reveal', { reason: '核对' })
      .does('thirdPartyCopy', { copyId: 'copy', sha256, ...said });
    const [, look, copy] = ticket.lines as [Line, Line, Line];
    const looks = [look, copy].map(({ actor: accountId, at }, index) =>
      lookRow('ticket', { accountId, at, kind: index === 0 ? 'reveal' : 'copy' }),
    );
    const number = `${ticket.now.number}-3`;
    const row = copyRow('ticket', {
      id: 'copy',
      seq: 3,
      number,
      ...said,
      printed,
      sha256,
      by: copy.actor,
      at: copy.at,
    });
    const rows = { ...noRows, 'ticket.look': looks, 'ticket.third_party_copy': [row] };
    expect(unlikeRows(rows, stepsOf(ticket))).toEqual([]);
    expect(unlikeRows({ ...rows, 'ticket.look': looks.slice(1) }, stepsOf(ticket))).toEqual([
      { seq: 2, fault: 'the look is missing' },
    ]);
    const reprinted = { ...row, printed: { ...printed, content: '一切正常' } };
    expect(unlikeRows({ ...rows, 'ticket.third_party_copy': [reprinted] }, stepsOf(ticket))).toEqual([
      { seq: 3, fault: 'the third-party copy is another than history tells' },
    ]);
  });

  it('is which file was added, and whether departments may see it', () => {
    const told = { sha256: '0', mediaType: 'image/jpeg', bytes: 1, fromCitizen: true } as const;
    const ticket = new ATicket().does('attach', { attachmentId: 'file', attachmentKind: 'scene', ...told });
    const { at, actor: by } = lastOf(ticket);
    const untold = {
      name: '一.jpg',
      key: 'key',
      width: 1,
      height: 1,
      hasThumbnail: true,
      takenAt: null,
      takenPlace: null,
    };
    const row = attachmentRow('ticket', { id: 'file', kind: 'scene', ...told, ...untold, shared: true, by, at });
    expect(faults(ticket, 'ticket.attachment', [{ ...row, shared: false }])).toEqual([]);
    const fault = '2: the attachment is another than history tells';
    expect(faults(ticket, 'ticket.attachment', [row])).toEqual([fault]);
    ticket.does('shareAttachment', { attachmentId: 'file' });
    expect(faults(ticket, 'ticket.attachment', [row])).toEqual([]);
    expect(faults(ticket, 'ticket.attachment', [{ ...row, sha256: '1' }])).toEqual([fault]);
  });

  describe('by a mark, is which rung a clock has climbed', () => {
    const dueAt = new Date('2026-03-09T18:00:00+08:00');
    const mark = { clockId: 'clock', kind: 'finish', alert: 'red', rung: 'urge', dueAt, generation: 1 } as const;
    const marked = () => new ATicket().dispatched().signed().does('mark', mark);
    const rowOf = (ticket: ATicket) => ({
      clock_id: 'clock',
      rung: 'urge',
      generation: 1,
      kind: 'finish',
      assignment_id: ticket.now.leadId,
      due_at: dueAt,
      fired_at: lastOf(ticket).at,
    });
    const found = (ticket: ATicket, ...rows: Record<string, unknown>[]) => faults(ticket, 'ticket.rung', rows);

    it('as it is kept', () => {
      const ticket = marked();
      expect(found(ticket, rowOf(ticket))).toEqual([]);
    });

    it.each(
      Object.entries({
        clock_id: 'another',
        rung: 'supervision',
        generation: 2,
        kind: 'sign',
        due_at: new Date(0),
        fired_at: new Date(0),
      }),
    )('unless its %s was changed', (column, value) => {
      const ticket = marked();
      const { seq } = lastOf(ticket);
      expect(found(ticket, { ...rowOf(ticket), [column]: value })).toEqual([
        `${seq}: the rung is another than history tells`,
      ]);
    });

    it('unless it is missing, or another one was invented', () => {
      const ticket = marked();
      const { seq } = lastOf(ticket);
      expect(found(ticket)).toEqual([`${seq}: the rung is missing`]);
      const invented = `${seq}: there is a rung that history does not tell`;
      expect(found(ticket, rowOf(ticket), { ...rowOf(ticket), generation: 2 })).toEqual([invented]);
      const unmarked = new ATicket().dispatched();
      expect(found(unmarked, rowOf(ticket))).toEqual([`2: there is a rung that history does not tell`]);
    });

    it('and a reminder goes with a part that was given to somebody then, and with nothing else', () => {
      const ticket = new ATicket().dispatched();
      const { at } = lastOf(ticket);
      const { leadId } = ticket.now;
      const reminder = { rung: 'reminder', kind: 'sign', assignment_id: leadId, fired_at: at, generation: 1 };
      expect(found(ticket, reminder)).toEqual([]);
      // The ladder may remind nobody.
      expect(found(ticket)).toEqual([]);
      for (const change of [{ fired_at: new Date(0) }, { assignment_id: 'another' }, { kind: 'finish' }])
        expect(found(ticket, { ...reminder, ...change })).toEqual([`2: there is a rung that history does not tell`]);
    });
  });
});
