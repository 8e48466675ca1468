import { ATicket, at } from '#testing/a-ticket';

describe('a word by telephone', () => {
  const reached = (reachedAt: string, urgency: 'critical' | 'urgent' = 'critical') =>
    new ATicket({ urgency }, '2026-03-02 10:00').refuses('reachByPhone', {
      text: '已告知值班员',
      reachedAt: at(reachedAt),
    });

  it('is noted of critical matters alone', () => {
    expect(reached('2026-03-02 10:00')).toBeUndefined();
    expect(reached('2026-03-02 10:00', 'urgent')).toBe('只有特急工单记录电话通知');
  });

  it('was said already, give or take the clocks of two machines', () => {
    expect(reached('2026-03-02 10:06')).toBeUndefined();
    expect(reached('2026-03-02 10:07')).toBe('通知时间不能晚于现在');
  });
});
