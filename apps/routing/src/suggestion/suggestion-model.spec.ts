import { invented, inventedLabels, inventedMessages } from './invented-messages.spec-support';
import { SuggestionModel, type Example } from './suggestion-model';

const trained = (examples: readonly Example[], precision = 0.95): SuggestionModel => {
  const model = SuggestionModel.train(examples, precision);
  if (!model) throw new Error('nothing was learnt');
  return model;
};

describe('a model of suggestions', () => {
  const model = trained(inventedMessages(100));

  it('names the label of messages it has never seen, surely, and tells all labels, the likeliest first', () => {
    for (const { label, ...message } of inventedMessages(10, 500)) {
      const suggestions = model.judge(message);
      expect(suggestions[0]).toMatchObject({ label, isSure: true });
      expect(suggestions.map((each) => each.label).sort()).toEqual([...inventedLabels].sort());
      expect(suggestions.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    }
  });

  it('is sure of nothing when the message says nothing it knows', () => {
    expect(model.judge({ title: 'qqq', text: 'zzz' }).some(({ isSure }) => isSure)).toBe(false);
  });

  it('gives phrases of the message as reasons', () => {
    const { label, ...message } = invented('noise', 700);
    const reasons = model.reasons(message, label);
    for (const reason of reasons) expect(`${message.title}，${message.text}`).toContain(reason);
    expect(reasons.join()).toMatch(/施工|扰民|广场舞|酒吧|外机/);
    expect(model.reasons(message, 'unheard-of')).toEqual([]);
  });

  it('is the same whenever the same examples are learnt', () => {
    const message = invented('schools', 900);
    expect(trained(inventedMessages(100)).judge(message)).toEqual(model.judge(message));
  });

  it('is never sure of a label that is given by lot', () => {
    const lots = inventedMessages(100).map((example, at) => ({
      ...example,
      label: (Math.imul(at + 1, 0x9e3779b1) >>> 13) & 1 ? 'one' : 'other',
    }));
    expect(trained(lots).learnt.cutOffs).toEqual([null, null]);
  });

  it('leaves out a label of few messages, and is none when fewer than two are left', () => {
    const few = [...inventedMessages(20), ...inventedMessages(2).map((each) => ({ ...each, label: 'rare' }))];
    expect(trained(few).learnt.labels).toEqual([...inventedLabels].sort());
    expect(
      SuggestionModel.train(
        few.filter(({ label }) => label === 'noise' || label === 'rare'),
        0.95,
      ),
    ).toBeNull();
    expect(SuggestionModel.train([], 0.95)).toBeNull();
  });
});
