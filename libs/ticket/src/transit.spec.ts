import { isOpen } from './state';
import { transitAges, transitStates } from './transit';

describe('a ticket that lies with no department (流转中)', () => {
  it('wants something of its citizen, of a dispatcher, or of those above, and is open', () => {
    expect(transitStates).toEqual(['incomplete', 'registered', 'returning', 'returning-up']);
    expect(transitStates.every(isOpen)).toBe(true);
  });

  it('is counted by whole days, from less than one on', () => {
    expect(Object.values(transitAges).map(({ label, fromDays }) => `${fromDays} ${label}`)).toEqual([
      '0 不足1天',
      '1 1至3天',
      '3 3至7天',
      '7 7天以上',
    ]);
  });
});
