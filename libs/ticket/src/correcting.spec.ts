import { at, ATicket, goodReply, someone } from '#testing/a-ticket';
import { erased } from './erased';
import { leadOf } from './ticket';

const power = () => someone(['handler'], ['power']);
const reviewer = () => someone(['reviewer']);
const better = { ...goodReply, publicText: '路灯已修好，电话更正为 12345。', reason: '电话写错' };

const approved = () => new ATicket().dispatched('power').signed().replied().does('approve', {}, reviewer());
const correcting = () => {
  const ticket = approved();
  return ticket.does('correctReply', { assignmentId: ticket.now.leadId ?? '', ...better }, power());
};

describe('a reply that was approved', () => {
  it('is corrected by its department while the citizen has not been asked, and reviewed again', () => {
    const before = approved().now;
    const { now } = correcting();
    expect(now).toMatchObject({ state: 'replied', handledAt: before.handledAt });
    expect(leadOf(now)).toMatchObject({
      state: 'answered',
      answeredAt: null,
      endedAt: null,
      submittedAt: leadOf(before)?.submittedAt,
      reply: { publicText: better.publicText, replaces: { publicText: goodReply.publicText } },
    });
  });

  it('is what was corrected once that is approved, handled when it first was', () => {
    const before = approved().now;
    const { now } = correcting().does('approve', {}, reviewer());
    expect(now).toMatchObject({ state: 'callback', handledAt: before.handledAt, callbackAttempts: 0 });
    expect(leadOf(now)?.answeredAt).toEqual(leadOf(before)?.answeredAt);
    expect(leadOf(now)?.reply).toEqual({ ...leadOf(before)?.reply, publicText: better.publicText });
  });

  it('stays as it was where the correction is refused, and cannot be sent back to a department that has no time left', () => {
    const before = approved().now;
    const ticket = correcting();
    expect(ticket.refuses('sendBack', { reasonCode: 'wording' }, reviewer())).toMatch('不予更正');
    const { now } = ticket.does('refuseCorrection', { reason: '原答复无误' }, reviewer());
    expect(now.state).toBe('callback');
    expect(leadOf(now)?.reply).toEqual(leadOf(before)?.reply);
    expect(leadOf(now)?.answeredAt).toEqual(leadOf(before)?.answeredAt);
    expect(leadOf(now)?.endedAt).not.toBeNull();
  });

  it('is corrected by nobody else, not once it is rated, and nothing else is refused as a correction', () => {
    const ticket = approved();
    const input = { assignmentId: ticket.now.leadId ?? '', ...better };
    expect(ticket.refuses('correctReply', input, someone(['handler'], ['water']))).toBe('不是本单位承办的工单');
    expect(
      ticket.refuses('correctReply', { ...input, resolution: 'unsolved', unsolvedReason: undefined }, power()),
    ).toBe('未解决须说明原因');
    const bad = { contacted: 'yes', solved: 'no', satisfaction: { result: 'dissatisfied' } } as const;
    const rated = approved().does(
      'rate',
      { ratingId: 'rating', source: 'callback-human', ...bad },
      someone(['callback']),
    );
    expect(rated.refuses('correctReply', { ...input, assignmentId: rated.now.leadId ?? '' }, power())).toMatch(
      '已作评价',
    );
    const first = new ATicket().dispatched('power').signed().replied();
    expect(first.refuses('refuseCorrection', { reason: '否' }, reviewer())).toBe('没有待审核的更正');
  });

  it('loses the words of both when its citizen is erased', () => {
    const { now } = correcting();
    expect(JSON.stringify(now.assignments)).toContain(goodReply.publicText);
    const context = {
      ...{ actor: reviewer(), at: at('2026-03-09 09:00'), newId: () => 'none' },
      ...{ pastClocks: new Set<never>(), unitsOf: () => [] },
    };
    expect(JSON.stringify(erased(now, {}, context).assignments)).not.toContain('路灯');
  });
});
