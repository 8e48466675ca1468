import { gamingRuleFault, gamingSignNames, gamingSignRow } from './gaming-sign';

describe('a rule about signs of gaming', () => {
  it('is told in its unit and stays between its bounds', () => {
    const limits = gamingSignNames.map((sign) => {
      const { limit } = gamingSignRow(sign);
      return limit ? `${sign} ${limit.least}–${limit.most} ${limit.unit}` : sign;
    });
    expect(limits).toEqual([
      'same-number',
      'number-changed',
      'quick-rating 1–3600 seconds',
      'copied-reply 50–100 percent',
      'no-contact 1–100 percent',
      'exclusion 1–100 percent',
      'satisfied-run 0.001–50 per-mille',
      'caller-run 0.001–50 per-mille',
    ]);
  });

  const rule = { leastTickets: 5, windowDays: 30, limitValue: 60 };

  it.each([
    [{}, null],
    [{ leastTickets: 2 }, null],
    [{ leastTickets: 1 }, 'leastTickets'],
    [{ leastTickets: 2.5 }, 'leastTickets'],
    [{ leastTickets: 100_001 }, 'leastTickets'],
    [{ windowDays: 366 }, null],
    [{ windowDays: 367 }, 'windowDays'],
    [{ windowDays: 0 }, 'windowDays'],
    [{ limitValue: 3_600 }, null],
    [{ limitValue: 3_601 }, 'limitValue'],
    [{ limitValue: 0.5 }, 'limitValue'],
    [{ limitValue: null }, 'limitValue'],
  ] as const)('with %j is refused in %s', (given, field) => {
    expect(gamingRuleFault('quick-rating', { ...rule, ...given })?.[0] ?? null).toBe(field);
  });

  it('has a limit only where its sign has one', () => {
    expect(gamingRuleFault('same-number', rule)).toEqual(['limitValue', '这条线索没有此项阈值']);
    expect(gamingRuleFault('same-number', { ...rule, limitValue: null })).toBeNull();
  });
});
