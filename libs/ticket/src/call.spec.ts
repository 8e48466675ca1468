import fc from 'fast-check';
import {
  callAfter,
  callBackOutcomes,
  callEvents,
  callStateOf,
  unknownCall,
  type CallEvent,
  type CallEventName,
} from './call';

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

  it.each([
    ['ringing', 'rangAt', 'ringing'],
    ['answered', 'answeredAt', 'answered'],
    ['ended', 'endedAt', 'missed'],
    ['missed', 'missedAt', 'missed'],
  ] as const)('of which is told “%s” has that instant alone', (name, fact, state) => {
    const known = told({ event: name, at: at(1) });
    expect(known).toEqual({ ...unknownCall, [fact]: at(1) });
    expect(callStateOf(known)).toBe(state);
  });

  it('of which nothing is known is ringing', () => {
    expect(callStateOf(unknownCall)).toBe('ringing');
  });

  it('that was answered and is over has ended, also when it was said to be missed', () => {
    const events = [{ event: 'answered', at: at(1) } as const, { event: 'ended', at: at(2) } as const];
    expect(callStateOf(told(...events, { event: 'missed', at: at(3) }))).toBe('ended');
  });

  it('happened when it is first said to have happened', () => {
    expect(told({ event: 'ended', at: at(3) }, { event: 'ended', at: at(2) }).endedAt).toEqual(at(2));
    expect(told({ event: 'ended', at: at(2) }, { event: 'ended', at: at(3) }).endedAt).toEqual(at(2));
  });

  it.each(['recording-ready', 'rated'] as const)('does not begin or end by what follows it: %s', (event) => {
    const known = told({ event, at: at(4), recordingUrl: 'https://calls.example.cn/1', phone: '13900001111' });
    expect(known).toEqual({ ...unknownCall, recordingUrl: 'https://calls.example.cn/1', phone: '13900001111' });
  });

  it('is on one place at a time, and by one key, where two are told of one instant: always the same one', () => {
    const [first, second] = [
      { event: 'rated', at: at(1), extension: '8001', rating: 2 } as const,
      { event: 'rated', at: at(1), extension: '8002', rating: 4 } as const,
    ];
    expect(told(first, second)).toEqual(told(second, first));
    expect(told(first, second)).toMatchObject({ extension: '8001', extensionAt: at(1), rating: 2, ratedAt: at(1) });
  });

  it('has one number and one recording: of two that are told, the one that sorts first', () => {
    const [first, second] = [
      { event: 'ringing', at: at(1), phone: '13900001111', recordingUrl: 'https://calls.example.cn/1' } as const,
      { event: 'ringing', at: at(1), phone: '13900002222', recordingUrl: 'https://calls.example.cn/2' } as const,
    ];
    const { phone, recordingUrl } = first;
    expect(told(first, second)).toMatchObject({ phone, recordingUrl });
    expect(told(second, first)).toMatchObject({ phone, recordingUrl });
  });
});

describe('calling back somebody who was missed', () => {
  it('settles it when they are reached, or cannot be at that number', () => {
    const settling = Object.entries(callBackOutcomes).filter(([, { settles }]) => settles);
    expect(settling.map(([outcome]) => outcome)).toEqual(['reached', 'wrong-number']);
  });
});
