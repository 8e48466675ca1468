import {
  isWorthResending,
  messageStateNames,
  messageStates,
  withheldReasons,
  type MessageState,
} from './message-state';

describe('a message', () => {
  it('is still to be sent while it waits for its time, for the morning, or for another try', () => {
    expect(messageStateNames.filter((state) => messageStates[state].open)).toEqual(['waiting', 'held', 'failed']);
  });

  it('is worth sending anew where nobody was told', () => {
    expect(messageStateNames.filter((state) => isWorthResending(state, null))).toEqual(['kept', 'given-up']);
  });

  it.each([
    ['off', true],
    ['overtaken', false],
    ['unsayable', true],
    ['unreachable', true],
    ['erased', false],
    ['some-other-reason', false],
    [null, false],
  ])('that was withheld (%s) is worth it where that may have been mended', (reason, worth) => {
    expect(isWorthResending('withheld', reason)).toBe(worth);
  });

  it.each(messageStateNames.filter((state) => state !== 'withheld'))(
    'in state %s is or is not worth it whatever else is said of it',
    (state: MessageState) => {
      for (const reason of Object.keys(withheldReasons))
        expect(isWorthResending(state, reason)).toBe(isWorthResending(state, null));
    },
  );
});
