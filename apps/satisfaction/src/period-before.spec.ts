import { periodBefore, yearBefore } from './period-before';

describe('the period before', () => {
  it('is the month before a month, the quarter before a quarter, and as many days before any others', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(periodBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(periodBefore({ from: '2026-09-14', to: '2026-09-20' })).toEqual({ from: '2026-09-07', to: '2026-09-13' });
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-02-28' });
  });

  it('a year ago has the same days, and ends where its month does', () => {
    expect(yearBefore({ from: '2026-09-01', to: '2026-09-30' })).toEqual({ from: '2025-09-01', to: '2025-09-30' });
    expect(yearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({ from: '2023-02-01', to: '2023-02-28' });
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(yearBefore({ from: '2026-01-01', to: '2026-01-31' })).toEqual({ from: '2025-01-01', to: '2025-01-31' });
    expect(yearBefore({ from: '2024-02-29', to: '2024-03-01' })).toEqual({ from: '2023-02-28', to: '2023-03-01' });
  });
});
