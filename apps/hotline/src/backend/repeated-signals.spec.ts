import { outlastRepeatedSignals } from './repeated-signals';

it('lives through a signal that comes twice, until it leaves signals alone again', () => {
  const before = process.listenerCount('SIGTERM');
  const leaveAlone = outlastRepeatedSignals();
  process.emit('SIGTERM');
  process.emit('SIGTERM');
  leaveAlone();
  expect(process.listenerCount('SIGTERM')).toBe(before);
});
