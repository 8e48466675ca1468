import { recordedAt } from './recorded-at';

const at = (minute: number) => new Date(Date.UTC(2026, 8, 14, 1, minute));
const line = (seq: number, minute: number) => ({ seq, due: 0, at: at(minute) });
const to = (seq: number, due = 0) => ({ counted: { seq, due } });
const none = { ...to(0), shownAsOf: null, lateBefore: [] };

describe('from when on figures know of a line', () => {
  it('is when it happened', () => {
    const stamps = recordedAt([line(1, 0), line(2, 5)], none);
    expect(stamps).toEqual({ recordedAt: [at(0), at(5)], late: [] });
  });

  it('is never before the line that stands ahead of it, whatever the clocks of two machines say', () => {
    expect(recordedAt([line(1, 5), line(2, 4)], none).recordedAt).toEqual([at(5), at(5)]);
  });

  it('is after what was shown, when it comes later than that', () => {
    const after = new Date(at(5).getTime() + 1);
    const stamps = recordedAt([line(1, 0), line(2, 5), line(3, 6)], { ...none, ...to(1), shownAsOf: at(5) });
    expect(stamps).toEqual({ recordedAt: [at(0), after, at(6)], late: [{ seq: 2, due: 0, recordedAt: after }] });
  });

  it('stays as it was found to be then', () => {
    const lateBefore = [{ seq: 2, due: 0, recordedAt: at(7) }];
    const stamps = recordedAt([line(1, 0), line(2, 5), line(3, 6)], { ...to(3), shownAsOf: at(9), lateBefore });
    expect(stamps).toEqual({ recordedAt: [at(0), at(7), at(7)], late: [] });
  });

  it('is after what was shown also for a due time that is told late of a line which was counted', () => {
    const after = new Date(at(5).getTime() + 1);
    const entries = [line(1, 0), { ...line(1, 4), due: 8 }];
    const stamps = recordedAt(entries, { ...none, ...to(1), shownAsOf: at(5) });
    expect(stamps).toEqual({ recordedAt: [at(0), after], late: [{ seq: 1, due: 8, recordedAt: after }] });
  });
});
