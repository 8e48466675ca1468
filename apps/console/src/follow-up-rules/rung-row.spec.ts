import { wayWords, whenWords } from './rung-row';

describe('a rung', () => {
  it('says when it comes', () => {
    const said = [
      whenWords({ anchor: 'start', amount: 0, unit: 'minutes' }),
      whenWords({ anchor: 'due', amount: 0, unit: 'minutes' }),
      whenWords({ anchor: 'due', amount: 1, unit: 'working-days' }),
      whenWords({ anchor: 'due', amount: 2, unit: 'hours' }),
      whenWords({ anchor: 'before', amount: 0, unit: 'minutes' }),
      whenWords({ anchor: 'before', amount: 1, unit: 'months' }),
      whenWords({ anchor: 'before', amount: 2, unit: 'months' }),
    ];
    expect(said).toEqual([
      '派单（起算）时',
      '到期时',
      '到期后 1 个工作日',
      '到期后 2 小时',
      '与上一级同时',
      '上一级次月首个工作日',
      '上一级后第 2 个月首个工作日',
    ]);
  });

  it('that sends no message is in the console all the same', () => {
    expect(wayWords({ ways: [] })).toBe('仅系统内提醒');
    expect(wayWords({ ways: ['message', 'supervision'] })).toBe('短信、拟督办单');
  });
});
