import { inventedMessages } from './invented-messages.spec-support';
import { fromBytes, toBytes, UnreadableModel } from './model-bytes';
import { SuggestionModel } from './suggestion-model';

describe('a model as bytes', () => {
  const model = SuggestionModel.train(inventedMessages(40), 0.9) as SuggestionModel;
  const bytes = toBytes(model);

  it('is read as the same model, wherever the bytes lie', () => {
    const moved = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
    for (const read of [fromBytes(bytes), fromBytes(moved)])
      for (const message of inventedMessages(5, 100)) {
        expect(read.judge(message)).toEqual(model.judge(message));
        expect(read.reasons(message, message.label)).toEqual(model.reasons(message, message.label));
      }
    expect(toBytes(fromBytes(bytes)).equals(bytes)).toBe(true);
  });

  it('holds nothing that anybody wrote', () => {
    for (const word of ['路灯', '扰民', '学区', '请'])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(word, encoding))).toBe(false);
  });

  it('is refused when it is cut short, too long, of another format, or no model at all', () => {
    const other = Buffer.from(bytes.toString('latin1').replace('"format":1', '"format":2'), 'latin1');
    const cases = [
      bytes.subarray(0, -4),
      Buffer.concat([bytes, Buffer.alloc(4)]),
      other,
      Buffer.from('{}'),
      Buffer.alloc(0),
    ];
    for (const wrong of cases) expect(() => fromBytes(wrong)).toThrow(UnreadableModel);
  });
});
