import { movesWords } from './moves-words';

const none = { tickets: 0, clocks: 0, unknown: 0, touched: 0, lookedAt: 0, exact: true, items: [] };

describe('what a change would move', () => {
  it('is said with its number of tickets, and that nothing moves', () => {
    expect(movesWords(none)).toBe('在办工单的到期时间都不变。');
    expect(movesWords({ ...none, tickets: 214, clocks: 428, touched: 300, lookedAt: 300 })).toBe(
      '214 件在办工单的到期时间将改变，涉及 428 个时限。',
    );
  });

  it('owns up to what it has not looked at, and to what cannot be computed', () => {
    expect(
      movesWords({ ...none, tickets: 3, clocks: 3, touched: 9_000, lookedAt: 5_000, exact: false, unknown: 2 }),
    ).toBe(
      '3 件在办工单的到期时间将改变，涉及 3 个时限；可能涉及 9000 件，以上只核算了最近登记的 5000 件；2 件因到期落在尚未公布放假安排的年份，保持原到期时间。',
    );
  });
});
