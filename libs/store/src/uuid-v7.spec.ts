import fc from 'fast-check';
import { firstIdAt, instantOf, isUuid, uuidInMonthOf, uuidV7 } from './uuid-v7';

const anyInstant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('an id', () => {
  it('is a UUID of version 7', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(uuidV7(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(isUuid(uuidV7(at))).toBe(true);
      }),
    );
  });

  it('says when it was made, to the millisecond', () => {
    fc.assert(fc.property(anyInstant, (at) => expect(instantOf(uuidV7(at))).toEqual(at)));
  });

  it('sorts by the time it was made', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (one, other) => {
        fc.pre(one < other);
        expect(uuidV7(one) < uuidV7(other)).toBe(true);
      }),
    );
  });

  it('comes after those this process made before it within the same millisecond', () => {
    const made = Array.from({ length: 1_000 }, () => uuidV7(new Date('2026-09-14T09:30:00.000+08:00')));
    expect([...made].sort()).toEqual(made);
  });

  it('is never the same twice, even within a millisecond', () => {
    const at = new Date('2026-03-02T10:00:00Z');
    expect(new Set(Array.from({ length: 2_000 }, () => uuidV7(at))).size).toBe(2_000);
  });

  it('of a row that belongs to a ticket lies in the ticket’s month', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const ticketId = uuidV7(at);
        const id = uuidInMonthOf(ticketId);
        expect(instantOf(id)).toEqual(at);
        expect(id).not.toBe(ticketId);
        expect(id[14]).toBe('7');
      }),
    );
  });

  it('comes after the first id of its instant, and before that of the next', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(firstIdAt(at) < uuidV7(at)).toBe(true);
        expect(uuidV7(at) < firstIdAt(new Date(at.getTime() + 1))).toBe(true);
        expect(isUuid(firstIdAt(at))).toBe(true);
        expect(instantOf(firstIdAt(at))).toEqual(at);
      }),
    );
  });
});

describe('what somebody sends as an id', () => {
  it.each(['', 'x', '019538a0-0000-7000-8000-00000000000', '019538a0-0000-7000-8000-0000000000000', "'; DROP TABLE"])(
    'is none when it is %j',
    (value) => {
      expect(isUuid(value)).toBe(false);
    },
  );

  it('may be written in capitals', () => {
    expect(isUuid('019538A0-0000-7000-8000-00000000000F')).toBe(true);
  });

  it('is none with a line break after it', () => {
    expect(isUuid('019538a0-0000-7000-8000-000000000000\n')).toBe(false);
  });
});
