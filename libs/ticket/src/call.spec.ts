import fc from 'fast-check';
import { callAfter, callEvents, callStateOf, unknownCall, type CallEvent, type CallEventName } from './call';

const at = (minute: number): Date => new Date(Date.UTC(2026, 8, 14, 1, minute));
const told = (...events: CallEvent[]) => events.reduce(callAfter, unknownCall);

const event: fc.Arbitrary<CallEvent> = fc.record(
  {
    event: fc.constantFrom(...(Object.keys(callEvents) as CallEventName[])),
    at: fc.integer({ min: 0, max: 5 }).map(at),
    phone: fc.constantFrom('13900001111', '13900002222'),
    extension: fc.constantFrom('8001', '8002'),
    recordingUrl: fc.constantFrom('https://calls.example.cn/1', 'https://calls.example.cn/2'),
    rating: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['event', 'at'] },
);

describe('a call', () => {
  it('is the same whatever the order in which its events come, and however often', () => {
    const shuffled = fc
      .array(event, { maxLength: 8 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
        ),
      );
    fc.assert(fc.property(shuffled, ([events, again]) => expect(told(...again)).toEqual(told(...events))));
  });

  it('that was answered is not missed, though the platform said so first', () => {
    expect(callStateOf(told({ event: 'missed', at: at(1) }))).toBe('missed');
    expect(callStateOf(told({ event: 'missed', at: at(1) }, { event: 'answered', at: at(2) }))).toBe('answered');
  });

  it('that ended without an answer was missed', () => {
    expect(callStateOf(told({ event: 'ended', at: at(3) }))).toBe('missed');
    expect(callStateOf(told({ event: 'ended', at: at(3) }, { event: 'answered', at: at(2) }))).toBe('ended');
  });

  it('is where it was put through to last', () => {
    const through = { event: 'answered', at: at(2), extension: '8002' } as const;
    expect(told(through, { event: 'ringing', at: at(1), extension: '8001' }).extension).toBe('8002');
  });

  it('is rated by the key that was pressed first', () => {
    expect(told({ event: 'rated', at: at(5), rating: 1 }, { event: 'rated', at: at(4), rating: 5 }).rating).toBe(5);
  });
});
