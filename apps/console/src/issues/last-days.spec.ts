import { issueDaysShown } from '#ticket/issue';
import { lastDays } from './last-days';

it('the chart of a hot issue has as many days as its title says, also those before anybody asked', () => {
  const days = lastDays('2026-03-01', issueDaysShown);
  expect(new Set(days).size).toBe(issueDaysShown);
  expect([days[0], ...days.slice(-2)]).toEqual(['2025-12-02', '2026-02-28', '2026-03-01']);
});
