import { ATicket } from '#testing/a-ticket';
import { testKeys } from '#testing/test-keys';
import type { Line } from '#ticket/line';
import { auditTicket } from './audit-ticket';
import type { AuditedTicket } from './read-audited';
import { noContact } from './citizen';
import { chainStart } from './chain-link';
import { chain } from './history-chain';

const keys = testKeys();
const contact = { ...noContact, phone: '13800000000' };
const registered = new ATicket().now;

/** A ticket as it is stored, with the history that led to it. */
function stored(story = new ATicket().dispatched().signed()): AuditedTicket {
  const { id, number, state, title, content, callId } = story.now;
  const personal = { title: registered.title, content: registered.content, callId: registered.callId, contact };
  const lines = chain(keys, chainStart, story.lines, personal);
  const head = lines.at(-1)?.hash ?? chainStart;
  return {
    id,
    standing: { id, number, state, title, content, callId, seq: lines.length, head },
    lines,
    anchored: [],
    contact,
  };
}

type Standing = NonNullable<AuditedTicket['standing']>;
const standing = (ticket: AuditedTicket, change: Partial<Standing>): AuditedTicket => ({
  ...ticket,
  standing: ticket.standing && { ...ticket.standing, ...change },
});
const erased = (ticket: AuditedTicket, seq: number): AuditedTicket => ({
  ...ticket,
  lines: ticket.lines.map((line) => (line.seq === seq ? { ...line, text: null } : line)),
});

const brokenLink = (ticket: AuditedTicket) => auditTicket(keys, ticket).broken;
const isTold = (ticket: AuditedTicket) => auditTicket(keys, ticket).textTold;

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

describe('the words of a ticket', () => {
  const another = 'the ticket’s title, content or citizen is another than was registered';

  it.each([{ title: '路灯常亮' }, { content: '' }])('are those that were registered: %j', (change) => {
    expect(brokenLink(standing(stored(), change))).toEqual({ seq: 1, fault: another });
  });

  it('and the citizen are not exchanged one without the other', () => {
    expect(brokenLink({ ...stored(), contact: noContact })).toEqual({ seq: 1, fault: another });
    expect(brokenLink({ ...stored(), contact: 'unreadable' })).toEqual({
      seq: 1,
      fault: 'what the citizen gave was changed',
    });
  });

  it('cannot be told from the digest once the citizen was erased, which is no break', () => {
    const forgotten = standing({ ...stored(), contact: 'erased' }, { title: '（已删除）' });
    expect(auditTicket(keys, forgotten)).toEqual({ broken: null, textTold: false });
  });

  it('are those of the last edit', () => {
    const edited = stored(
      new ATicket().does('edit', { title: '路灯闪', content: '三盏' }).does('edit', { content: '两盏' }),
    );
    expect(auditTicket(keys, edited)).toEqual({ broken: null, textTold: true });
    expect(brokenLink(standing(edited, { title: '路灯不亮' }))).toEqual({
      seq: 2,
      fault: 'the ticket’s title is another than was said here',
    });
    expect(brokenLink(standing(edited, { content: '三盏' }))).toEqual({
      seq: 3,
      fault: 'the ticket’s content is another than was said here',
    });
  });

  it('are told by the registration while edits changed other things', () => {
    const moved = stored(new ATicket().does('edit', { areaCode: 'west-1' }).does('edit', { address: '滨河路1号' }));
    expect(isTold(moved)).toBe(true);
    expect(brokenLink(standing(moved, { title: '别的事' }))).toEqual({ seq: 1, fault: another });
  });

  it('cannot be told of a ticket that was erased while others of the same citizen stay', () => {
    const story = new ATicket().does('withdraw', { reason: '已解决' });
    const lines = [...story.lines, { ...story.lines[1], seq: 3, name: 'erase', data: {}, text: null } as Line];
    const forgotten = stored(Object.assign(story, { lines }));
    expect(auditTicket(keys, standing(forgotten, { title: '（个人信息已删除）', content: '' }))).toEqual({
      broken: null,
      textTold: false,
    });
  });

  it('cannot be told where only one of them was edited, or an edit was erased', () => {
    const titled = stored(new ATicket().does('edit', { title: '路灯闪' }));
    expect(auditTicket(keys, titled)).toEqual({ broken: null, textTold: false });
    const both = stored(new ATicket().does('edit', { title: '路灯闪', content: '三盏' }));
    expect(auditTicket(keys, standing(erased(both, 2), { title: '（已删除）' }))).toEqual({
      broken: null,
      textTold: false,
    });
  });
});
