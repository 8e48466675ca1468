import { limitClasses, limitTypeOf } from './limit-class';
import { ticketTypes, type TicketType } from './ticket-type';

const types = Object.keys(ticketTypes) as TicketType[];

describe('the type by whose limits a ticket runs', () => {
  it.each(types)('is its own where nothing else is said: %s', (type) => {
    expect(limitTypeOf({ type })).toBe(type);
    expect(limitTypeOf({ type, limitClass: null })).toBe(type);
  });

  it('is another where the dispatch catalogue says so', () => {
    expect(limitTypeOf({ type: 'help', limitClass: 'complaint' })).toBe('complaint');
  });

  it('is never another for a praise, nor is a praise’s another’s: it is only forwarded', () => {
    expect(limitTypeOf({ type: 'praise', limitClass: 'help' })).toBe('praise');
    expect(Object.keys(limitClasses)).toEqual(types.filter((type) => type !== 'praise'));
  });
});
