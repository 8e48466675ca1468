import fc from 'fast-check';
import { isTicketNumber } from '#ticket/ticket-number';
import { ticketNumber } from './ticket-number';

const aNumber = fc
  .tuple(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 9_999_999 }),
  )
  .map(([at, sequence]) => ticketNumber(at, sequence));

describe('a ticket’s number', () => {
  it('begins with the day in Shanghai, on which it was registered', () => {
    expect(ticketNumber(new Date('2026-11-22T16:00:00Z'), 42)).toMatch(/^202611230000042\d\d$/);
    expect(ticketNumber(new Date('2026-11-22T15:59:59Z'), 42)).toMatch(/^202611220000042\d\d$/);
  });

  it('has 17 digits, and more when a day has more than ten million', () => {
    expect(ticketNumber(new Date('2026-11-22T16:00:00Z'), 9_999_999)).toHaveLength(17);
    const long = ticketNumber(new Date('2026-11-22T16:00:00Z'), 10_000_000);
    expect(long).toHaveLength(18);
    expect(isTicketNumber(long)).toBe(true);
  });

  it('is known by its check digits', () => {
    fc.assert(fc.property(aNumber, (number) => expect(isTicketNumber(number)).toBe(true)));
  });
});
