import { FixedClock } from './fixed-clock';

it('stands still until it is moved', () => {
  const clock = new FixedClock('2026-03-02T09:00:00+08:00');
  expect(clock.now()).toEqual(new Date('2026-03-02T01:00:00Z'));
  clock.advance(60_000);
  expect(clock.now()).toEqual(new Date('2026-03-02T01:01:00Z'));
  clock.set('2026-03-05T00:00:00Z');
  expect(clock.now()).toEqual(new Date('2026-03-05T00:00:00Z'));
});

it('refuses what is not an instant', () => {
  expect(() => new FixedClock('yesterday')).toThrow(RangeError);
});
