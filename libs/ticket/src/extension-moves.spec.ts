import { extensionMoves, extensionStepOf } from './extension-moves';
import { transitionNames } from './transition';

describe('more time', () => {
  it('is asked for, given and refused by moves of their own for a lead and for a co-handler', () => {
    expect(extensionMoves).toEqual({
      lead: { ask: 'requestExtension', give: 'extend', refuse: 'refuseExtension' },
      'co-handler': { ask: 'requestCoExtension', give: 'coExtend', refuse: 'refuseCoExtension' },
    });
  });

  it('is what a line is about when it is one of these, whoever’s time it is', () => {
    const steps = transitionNames.flatMap((name) => extensionStepOf(name) ?? []);
    expect(steps).toEqual(['ask', 'give', 'refuse', 'ask', 'give', 'refuse']);
    expect(extensionStepOf('coExtend')).toBe('give');
    expect(extensionStepOf('refuseExtension')).toBe('refuse');
    expect(extensionStepOf('hold')).toBeUndefined();
  });
});
