import { Calendar } from './calendar';
import { dueAt, yellowAt } from './limit';
import { defaultOfficeHours } from './office-hours';
import { missingYears } from './missing-years';
import { isQuiet, nextLoudInstant } from './quiet-hours';
import { shanghaiDate, shanghaiInstant, shanghaiIso } from './shanghai-time';
import { stateCouncilYears } from './state-council-years';

const RealDate = Date;
const zoned = /Z$|[+-]\d\d:\d\d$/;

function refuse(what: string): never {
  throw new Error(`${what} depends on the machine's zone or clock`);
}

/** Date without anything that answers differently on a machine in another zone or at another time. */
const ZonelessDate = new Proxy(RealDate, {
  construct(target, args: (number | string | Date)[]) {
    const [value] = args;
    if (value === undefined || args.length > 1) refuse(`new Date with ${args.length} arguments`);
    if (typeof value === 'string' && !zoned.test(value)) refuse(`new Date('${value}')`);
    return new target(value);
  },
  get(target, name) {
    if (name === 'now') refuse('Date.now');
    if (name !== 'parse') return Reflect.get(target, name) as unknown;
    return (text: string) => (zoned.test(text) ? target.parse(text) : refuse(`Date.parse('${text}')`));
  },
});

const localMethods = Object.getOwnPropertyNames(RealDate.prototype).filter((name) =>
  /^[gs]et(?!UTC|Time$)|^toLocale|^to(String|DateString|TimeString)$/.test(name),
);

describe('whatever the zone and clock of the machine', () => {
  const limits = (['minutes', 'hours', 'office-hours', 'working-days'] as const).flatMap((unit) =>
    [1, 5].map((amount) => ({ amount, unit })),
  );

  beforeAll(() => {
    for (const name of localMethods as 'getHours'[]) {
      jest.spyOn(RealDate.prototype, name).mockImplementation(() => refuse(name));
    }
    globalThis.Date = ZonelessDate;
  });

  afterAll(() => {
    globalThis.Date = RealDate;
    jest.restoreAllMocks();
  });

  it('would notice a use of either', () => {
    expect(localMethods).toEqual(expect.arrayContaining(['getHours', 'getTimezoneOffset', 'setDate', 'toString']));
    expect(() => new Date('2026-03-02T09:00')).toThrow('depends on');
    expect(() => new Date(2026, 2, 2)).toThrow('depends on');
    expect(() => new Date()).toThrow('depends on');
    expect(() => Date.now()).toThrow('depends on');
    expect(() => Date.parse('2026-03-02T09:00')).toThrow('depends on');
    expect(() => new Date('2026-03-02T09:00Z').getHours()).toThrow('depends on');
  });

  it('every answer is the same', () => {
    const calendar = new Calendar(stateCouncilYears(2025, 2026), defaultOfficeHours);
    const start = shanghaiInstant('2026-09-30', '17:00');
    const answers = limits.map((limit) => {
      const due = dueAt(calendar, start, limit);
      return [shanghaiIso(due), shanghaiIso(yellowAt(calendar, start, due, limit))].map((iso) => iso.slice(5, 16));
    });
    expect(answers).toEqual([
      ['09-30T17:01', '09-30T17:00'],
      ['09-30T17:05', '09-30T17:04'],
      ['09-30T18:00', '09-30T17:48'],
      ['09-30T22:00', '09-30T21:00'],
      ['09-30T18:00', '09-30T17:48'],
      ['10-08T15:00', '10-08T12:00'],
      ['10-08T18:00', '10-08T14:00'],
      ['10-13T18:00', '10-13T09:00'],
    ]);
    expect(calendar.officeMinutesBetween(start, shanghaiInstant('2026-10-08', '10:00'))).toBe(120);
    expect(calendar.versionsBetween(start, start)).toHaveLength(1);
    expect(missingYears([2026], shanghaiDate(shanghaiInstant('2026-10-01', '00:00')))).toEqual([2027]);
    expect(isQuiet(start)).toBe(false);
    expect(shanghaiDate(nextLoudInstant(shanghaiInstant('2026-09-30', '21:00')))).toBe('2026-10-01');
  });
});
