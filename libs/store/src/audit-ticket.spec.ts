import { ATicket } from '#testing/a-ticket';
import { testKeys } from '#testing/test-keys';
import { auditTicket } from './audit-ticket';
import type { KeptRows } from './kept-rows';
import type { AuditedTicket } from './read-audited';
import { noContact } from './citizen';
import { canonicalJson } from './canonical-json';
import { chainLink, chainStart } from './chain-link';
import { chain } from './history-chain';

const keys = testKeys();
const contact = { ...noContact, phone: '13800000000' };
const registered = new ATicket().now;

/** A ticket as it is stored, with the history that led to it. */
function stored(story = new ATicket().dispatched().signed()): AuditedTicket {
  const { id } = story.now;
  const lines = chain(keys, chainStart, story.lines, { ...registered, contact });
  const head = lines.at(-1)?.hash ?? chainStart;
  return {
    id,
    standing: { ...story.now, seq: lines.length, head },
    lines,
    anchored: [],
    contact,
    rows: noRows,
  };
}

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

type Standing = NonNullable<AuditedTicket['standing']>;
const standing = (ticket: AuditedTicket, change: Partial<Standing>): AuditedTicket => ({
  ...ticket,
  standing: ticket.standing && { ...ticket.standing, ...change },
});
const erased = (ticket: AuditedTicket, seq: number): AuditedTicket => ({
  ...ticket,
  lines: ticket.lines.map((line) => (line.seq === seq ? { ...line, text: null } : line)),
});

/** As it was written before each part of what was said had a digest of its own. */
function older(): AuditedTicket {
  const ticket = stored();
  const [first, ...later] = new ATicket().dispatched().signed().lines;
  const { title, content, callId } = registered;
  const textDigest = keys.digest('history-digest', canonicalJson({ title, content, callId, contact }));
  if (!first) throw new Error('no line');
  const { ticketId, seq, at, actor, name, from, to, data } = first;
  const covered = [ticketId, seq, at.toISOString(), actor, name, from, to, data, textDigest.toString('hex')];
  const begun = { ...first, textDigest, hash: chainLink(chainStart, covered) };
  const lines = [begun, ...chain(keys, begun.hash, later)];
  return standing({ ...ticket, lines }, { head: lines.at(-1)?.hash ?? chainStart });
}

const brokenLink = (ticket: AuditedTicket) => auditTicket(keys, ticket).broken;

describe('a ticket and its history', () => {
  it('hold together as they were written', () => {
    expect(auditTicket(keys, stored())).toEqual({ broken: null, textTold: true });
  });

  it.each<[string, Partial<Standing>, { seq: number; fault: string }]>([
    ['counts a line that is not there', { seq: 4 }, { seq: 4, fault: 'a line is missing' }],
    ['knows nothing of its last line', { seq: 2 }, { seq: 3, fault: 'the ticket counts only 2 lines' }],
    ['has another head', { head: chainStart }, { seq: 3, fault: 'the ticket’s head is another' }],
    ['is somewhere else', { state: 'closed' }, { seq: 3, fault: 'the ticket is closed, not handling' }],
  ])('do not when the ticket %s', (_, change, broken) => {
    expect(brokenLink(standing(stored(), change))).toEqual(broken);
  });

  it('do not when the ticket is gone, or all of its lines are', () => {
    expect(brokenLink({ ...stored(), standing: null })).toEqual({
      seq: 3,
      fault: 'the ticket of this history is missing',
    });
    expect(brokenLink({ ...stored(), lines: [] })).toEqual({ seq: 1, fault: 'a line is missing' });
  });

  it('do not when the chain leads past what was anchored, or ends before it', () => {
    const ticket = stored();
    const hash = ticket.lines[1]?.hash ?? chainStart;
    const anchored = (seq: number) => ({
      ...ticket,
      anchored: [{ ticketId: ticket.id, seq, hash, day: '2026-03-02' }],
    });
    expect(brokenLink(anchored(2))).toBeNull();
    expect(brokenLink(anchored(3))).toEqual({
      seq: 3,
      fault: 'the anchor of 2026-03-02 holds another hash for this line',
    });
    expect(brokenLink(anchored(4))).toEqual({
      seq: 4,
      fault: 'the anchor of 2026-03-02 holds this line, and it is missing',
    });
  });

  it('are broken where they are broken first', () => {
    const two = standing(erased(stored(), 2), { title: '别的事', state: 'closed' });
    expect(brokenLink(two)?.seq).toBe(1);
  });
});

describe('what history tells of a ticket', () => {
  const story = () =>
    new ATicket({ type: 'complaint', subjectDepartmentId: 'police' })
      .dispatched()
      .signed()
      .replied()
      .does('nudge', {})
      .does('approve', {});

  it.each<[string, Partial<Standing>, number]>([
    ['citizenId', { citizenId: 'another' }, 1],
    ['type', { type: 'praise' }, 1],
    ['subjectDepartmentId', { subjectDepartmentId: null }, 1],
    ['confidential', { confidential: true }, 1],
    ['handledAt', { handledAt: new Date('2026-03-02T00:00:00Z') }, 6],
    ['closedAt', { closedAt: new Date('2026-03-02T00:00:00Z') }, 1],
    ['nudges', { nudges: 0 }, 5],
    ['leadDepartmentId', { leadDepartmentId: 'water' }, 2],
    ['callbackNumberChanges', { callbackNumberChanges: 1 }, 1],
  ])('is its %s', (field, change, seq) => {
    expect(brokenLink(stored(story()))).toBeNull();
    expect(brokenLink(standing(stored(story()), change))).toEqual({
      seq,
      fault: `the ticket’s ${field} is another than history tells`,
    });
  });

  it('is what each department did, and what it answered', () => {
    const ticket = stored(story());
    const rewritten = ticket.standing?.assignments.map((part) => ({
      ...part,
      reply: part.reply && { ...part.reply, publicText: '查无此事' },
    }));
    const fault = 'a department’s part is another than history tells';
    expect(brokenLink(standing(ticket, { assignments: rewritten }))).toEqual({ seq: 6, fault });
    expect(brokenLink(standing(ticket, { assignments: [] }))?.fault).toBe(fault);
  });
});

describe('the words of a ticket', () => {
  const title = 'the ticket’s title is another than was said here';
  const content = 'the ticket’s content is another than was said here';

  it('are those that were registered', () => {
    expect(brokenLink(standing(stored(), { title: '路灯常亮' }))).toEqual({ seq: 1, fault: title });
    expect(brokenLink(standing(stored(), { content: '' }))).toEqual({ seq: 1, fault: content });
  });

  it('and the citizen are not exchanged one without the other', () => {
    const fault = 'the ticket’s citizen is another than was said here';
    expect(brokenLink({ ...stored(), contact: noContact })).toEqual({ seq: 1, fault });
    expect(brokenLink({ ...stored(), contact: 'unreadable' })).toEqual({
      seq: 1,
      fault: 'what the citizen gave was changed',
    });
  });

  it.each<[string, Partial<Standing>]>([
    ['address', { address: '滨河路1号' }],
    ['location', { location: { lat: 29, lng: 106 } }],
    ['subject party', { subjectParty: '某公司' }],
    ['time of the matter', { occurredAt: new Date(0) }],
    ['post', { post: { url: 'https://weibo.com/7/x', author: '某', postedAt: '2026-03-02T08:00:00+08:00' } }],
    ['call, attributes, code or wish for a reply', { callId: 'another' }],
    ['call, attributes, code or wish for a reply', { attributes: { external: 1 } }],
    ['call, attributes, code or wish for a reply', { trackingCode: 'another' }],
    ['call, attributes, code or wish for a reply', { expectsReply: false }],
  ])('come with its %s: %j', (called, change) => {
    const fault = `the ticket’s ${called} is another than was said here`;
    expect(brokenLink(standing(stored(), change))).toEqual({ seq: 1, fault });
  });

  it('come with what was edited of the place and the time', () => {
    const given = { address: '滨河路1号', occurredAt: new Date(0), location: null };
    const moved = stored(new ATicket({ address: '滨河路9号' }).does('edit', given).does('edit', { title: '路灯闪' }));
    expect(auditTicket(keys, moved)).toEqual({ broken: null, textTold: true });
    const fault = (what: string) => ({ seq: 2, fault: `the ticket’s ${what} is another than was said here` });
    expect(brokenLink(standing(moved, { address: '滨河路9号' }))).toEqual(fault('address'));
    expect(brokenLink(standing(moved, { occurredAt: registered.occurredAt }))).toEqual(fault('time of the matter'));
  });

  it('are told also by older registrations, as far as these digested them', () => {
    const fault = 'the ticket’s words or citizen are others than were registered';
    const told = older();
    expect(auditTicket(keys, told)).toEqual({ broken: null, textTold: true });
    expect(brokenLink(standing(told, { title: '路灯常亮' }))).toEqual({ seq: 1, fault });
    expect(brokenLink(standing(told, { callId: 'another' }))).toEqual({ seq: 1, fault });
    expect(brokenLink({ ...told, contact: noContact })).toEqual({ seq: 1, fault });
    expect(auditTicket(keys, { ...told, contact: 'erased' })).toEqual({ broken: null, textTold: false });
  });

  it('are proved also when the citizen was erased by another ticket', () => {
    expect(auditTicket(keys, { ...stored(), contact: 'erased' })).toEqual({ broken: null, textTold: true });
  });

  it('are those of the last edit', () => {
    const edited = stored(
      new ATicket().does('edit', { title: '路灯闪', content: '三盏' }).does('edit', { content: '两盏' }),
    );
    expect(auditTicket(keys, edited)).toEqual({ broken: null, textTold: true });
    expect(brokenLink(standing(edited, { title: '路灯不亮' }))).toEqual({ seq: 2, fault: title });
    expect(brokenLink(standing(edited, { content: '三盏' }))).toEqual({ seq: 3, fault: content });
  });

  it('are told by the registration where edits changed other things, or only one of them', () => {
    const moved = stored(new ATicket().does('edit', { areaCode: 'west-1' }).does('edit', { title: '路灯闪' }));
    expect(auditTicket(keys, moved)).toEqual({ broken: null, textTold: true });
    expect(brokenLink(standing(moved, { content: '别的事' }))).toEqual({ seq: 1, fault: content });
  });

  it('are gone after an erasure, and with them what was said until then', () => {
    const ended = new ATicket().does('withdraw', { reason: '已解决' }).does('archive', {}).does('erase', {});
    const forgotten = stored(ended);
    const lines = forgotten.lines.map((line) => ({ ...line, text: null }));
    const gone = { ...forgotten, lines, contact: 'erased' } as const;
    expect(auditTicket(keys, gone)).toEqual({ broken: null, textTold: false });
    // What stands there again was told to be gone.
    const fault = (field: string) => ({ seq: 4, fault: `the ticket’s ${field} is another than history tells` });
    expect(brokenLink(standing(gone, { content: '三盏' }))).toEqual(fault('content'));
    expect(brokenLink(standing(gone, { callId: 'call' }))).toEqual(fault('callId'));
  });
});
