import { issueAlerts, issueRuleNames, issueRules } from './issue-rule';

describe('a rule about hot issues', () => {
  it('is told in its unit and stays between its bounds', () => {
    const rows = issueRuleNames.map((name) => {
      const { unit, least, most } = issueRules[name];
      return `${name} ${least}–${most} ${unit}`;
    });
    expect(rows).toEqual([
      'leastScore 0.3–1 score',
      'windowDays 1–90 days',
      'shownTickets 2–1000 tickets',
      'trendDays 1–90 days',
      'growingTickets 1–100000 tickets',
      'growingTimes 1–100 times',
      'alertTickets 2–100000 tickets',
      'alertCitizens 2–100000 citizens',
      'yellowBehind 1–100 percentage-points',
      'redBehind 1–100 percentage-points',
      'redOverdueDays 1–365 days',
    ]);
  });

  it('raises its alert anew when it has another version: growth by the rate, the others by their number', () => {
    expect(Object.entries(issueAlerts).map(([kind, { rule }]) => `${kind} ${rule}`)).toEqual([
      'growth growingTimes',
      'tickets alertTickets',
      'citizens alertCitizens',
    ]);
  });
});
