import { ATicket, at, someone } from '#testing/a-ticket';

const ruled = at('2026-03-09 18:00');
const standing = { presentDueAt: ruled, latest: ruled };
const until = (dueAt: string) => ({ dueAt: at(dueAt), ...standing, reason: '区领导要求三日内办结' });
const atWork = () => new ATicket({}, '2026-03-02 10:00').dispatched().signed();

describe('a limit of a ticket’s own', () => {
  it('is set by the dispatch desk, a supervisor or the administrator while a department is at it, and changes nothing else', () => {
    for (const role of ['dispatcher', 'shift-lead', 'supervisor', 'admin'] as const) {
      const ticket = atWork();
      const before = ticket.now;
      ticket.does('setLimit', until('2026-03-05 18:00'), someone([role]));
      expect(ticket.now).toEqual({ ...before, seq: before.seq + 1, ownDueAt: at('2026-03-05 18:00') });
    }
  });

  it('lies ahead, and before the time that there is: a later one is an extension', () => {
    const ticket = atWork();
    expect(ticket.refuses('setLimit', until('2026-03-02 10:03'))).toBe('单独限时须晚于现在');
    const later = '单独限时须早于现办理期限；需要更多时间由承办单位申请延期';
    expect(ticket.refuses('setLimit', until('2026-03-09 18:00'))).toBe(later);
    expect(ticket.refuses('setLimit', until('2026-03-10 18:00'))).toBe(later);
  });

  it('gives way to another, also a later one, but to none later than the rules give', () => {
    const ticket = atWork().does('setLimit', until('2026-03-04 18:00'));
    const again = { ...until('2026-03-06 18:00'), presentDueAt: at('2026-03-04 18:00') };
    expect(ticket.does('setLimit', again).now.ownDueAt).toEqual(at('2026-03-06 18:00'));
    expect(ticket.refuses('setLimit', { ...again, dueAt: ruled })).toContain('单独限时不能晚于规则给的期限');
  });

  it('is taken back while there is one, and while it has not passed: what is late stays late', () => {
    const ticket = atWork();
    const back = { presentDueAt: at('2026-03-04 18:00'), reason: '活动取消' };
    expect(ticket.refuses('liftLimit', back)).toBe('没有单独限时可以取消');
    ticket.does('setLimit', until('2026-03-04 18:00')).at('2026-03-04 18:00');
    expect(ticket.refuses('liftLimit', back)).toBe('办理期限已过，不能再取消单独限时');
    const later = { ...until('2026-03-06 18:00'), presentDueAt: at('2026-03-04 18:00') };
    expect(ticket.refuses('setLimit', later)).toBe('办理期限已过，不能再单独限时');
    expect(ticket.at('2026-03-04 17:00').does('liftLimit', back).now.ownDueAt).toBeNull();
  });

  it('is for nobody while nobody is at it, and not while it is held', () => {
    expect(new ATicket().refuses('setLimit', until('2026-03-05 18:00'))).toBe('“待派单”的工单不能单独限时');
    const hold = { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-06-01 18:00') };
    const held = atWork().does('hold', hold);
    expect(held.refuses('setLimit', until('2026-03-05 18:00'))).toBe('“已挂账”的工单不能单独限时');
    const approved = atWork().replied().does('approve', {});
    expect(approved.refuses('setLimit', until('2026-03-05 18:00'))).toBe('“待回访”的工单不能单独限时');
  });

  it('stays with the round: whoever is sent next has it, whoever handles it again has not', () => {
    const ticket = atWork().does('setLimit', until('2026-03-05 18:00'));
    const moved = ticket.does('redispatch', { leadId: 'power', reason: '职责划转' });
    expect(moved.now.ownDueAt).toEqual(at('2026-03-05 18:00'));
    const again = moved.signed().replied().does('approve', {}).rated({ solved: 'no' });
    expect(again.does('judge', { reasonable: true, reason: '' }).does('rework', {}).now.ownDueAt).toBeNull();
  });
});
