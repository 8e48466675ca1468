import { graphFaults, type Graph } from './graph-check';

/** Two states and two ways: a request is taken in and answered. */
const sound: Graph = {
  states: { open: { open: true }, done: { open: false } },
  transitions: {
    register: { from: [], to: ['open'], by: ['agent'], emits: 'begun' },
    answer: { from: ['open'], to: ['done'], by: ['agent'], emits: 'answered' },
    note: { from: ['open'], to: 'same', by: ['agent'], emits: 'noted' },
  },
  events: { begun: { heardBy: ['routing'] }, answered: { heardBy: ['intake'] }, noted: 'record-only' },
};

const withTransitions = (more: Graph['transitions']): Graph => ({
  ...sound,
  transitions: { ...sound.transitions, ...more },
});

describe('the tables of the hotline', () => {
  it('fit together', () => {
    expect(graphFaults()).toEqual([]);
  });
});

describe('a table with a planted fault', () => {
  it('is found out, and a sound one is not', () => {
    expect(graphFaults(sound)).toEqual([]);
  });

  it('leaves a state that nobody reaches', () => {
    const graph = { ...sound, states: { ...sound.states, forgotten: { open: false } } };
    expect(graphFaults(graph)).toEqual(['state forgotten is unreachable']);
  });

  it('has a state that only imported history reaches', () => {
    const graph = withTransitions({ importHistory: { from: [], to: ['old'], by: ['admin'], emits: 'begun' } });
    const states = { ...sound.states, old: { open: false } };
    expect(graphFaults({ ...graph, states })).toEqual(['state old is unreachable']);
  });

  it('keeps a ticket open for ever', () => {
    const graph = withTransitions({ park: { from: ['open'], to: ['parked'], by: ['agent'], emits: 'noted' } });
    const states = { ...sound.states, parked: { open: true } };
    expect(graphFaults({ ...graph, states })).toEqual(['open state parked can never end']);
  });

  it('goes round in circles without an end', () => {
    const graph = withTransitions({
      park: { from: ['open'], to: ['parked'], by: ['agent'], emits: 'noted' },
      move: { from: ['parked'], to: ['shelved'], by: ['agent'], emits: 'noted' },
      back: { from: ['shelved'], to: ['parked'], by: ['agent'], emits: 'noted' },
    });
    const states = { ...sound.states, parked: { open: true }, shelved: { open: true } };
    expect(graphFaults({ ...graph, states })).toEqual([
      'open state parked can never end',
      'open state shelved can never end',
    ]);
  });

  it('names a state that does not exist', () => {
    const graph = withTransitions({ lose: { from: ['open'], to: ['nowhere'], by: ['agent'], emits: 'noted' } });
    expect(graphFaults(graph)).toEqual(['transition lose names the unknown state nowhere']);
  });

  it('has a transition that starts nowhere', () => {
    const graph = withTransitions({ appear: { from: [], to: ['open'], by: ['agent'], emits: 'noted' } });
    expect(graphFaults(graph)).toEqual(['transition appear starts nowhere']);
  });

  it('has a transition that nobody may make', () => {
    const graph = withTransitions({ sleep: { from: ['open'], to: 'same', by: [], emits: 'noted' } });
    expect(graphFaults(graph)).toEqual(['transition sleep is made by nobody']);
  });

  it('emits an event that is not in the table', () => {
    const graph = withTransitions({ shout: { from: ['open'], to: 'same', by: ['agent'], emits: 'shouted' } });
    expect(graphFaults(graph)).toEqual(['event shouted is not in the table']);
  });

  it('has an event that nothing emits', () => {
    const graph = { ...sound, events: { ...sound.events, dreamt: 'record-only' as const } };
    expect(graphFaults(graph)).toEqual(['event dreamt is emitted by nothing']);
  });

  it('has an event that nobody hears and that is not merely recorded', () => {
    const graph = { ...sound, events: { ...sound.events, noted: { heardBy: [] } } };
    expect(graphFaults(graph)).toEqual(['event noted is heard by nobody and not record-only']);
  });

  it('has no beginning at all', () => {
    const { register: _, ...rest } = sound.transitions;
    const { begun: __, ...events } = sound.events;
    expect(graphFaults({ ...sound, transitions: rest, events })).toEqual([
      'state open is unreachable',
      'state done is unreachable',
    ]);
  });
});
