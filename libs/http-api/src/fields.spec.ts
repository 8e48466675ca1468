import { inputFault } from './input-fault';
import { looseText, text, webAddress } from './fields';

const read = (given: string) => text(20).safeParse(given, { error: inputFault });

describe('a text', () => {
  it.each([
    ['zero-width characters', '\u200b\u200d\u2060\ufeff'],
    ['direction marks', '\u202e\u2066\u200f'],
    ['letters without a shape', '\u3164\u115f\u2800'],
    ['a choice of look for nothing', '\ufe0f'],
  ])('of nothing but %s is empty', (_, given) => {
    expect(read(given).error?.issues[0]?.message).toBe('请填写');
    expect(looseText(20).parse(given)).toBe('');
  });

  it.each([
    ['路灯\u200b不\u200d亮', '路灯不亮'],
    ['\u202e亮不灯路', '亮不灯路'],
    ['第一行\n第二行\t末', '第一行\n第二行\t末'],
    ['一家👨‍👩‍👧‍👦与🏳️‍🌈，👩🏽‍⚕️', '一家👨‍👩‍👧‍👦与🏳️‍🌈，👩🏽‍⚕️'],
    ['👨\u200d', '👨'],
  ])('keeps what can be read, in the order it was written: %j', (given, kept) => {
    expect(read(given).data).toBe(kept);
  });

  it('still refuses what cannot be stored', () => {
    expect(read('前\u0000后').success).toBe(false);
  });
});

describe('an address of the web', () => {
  const fault = (given: string) => webAddress.safeParse(given, { error: inputFault }).error?.issues[0]?.message;

  it.each([
    'http://10.1.2.3:8/feedback',
    'https://weibo.com/1?a=b',
    'http://[::1]:9/',
    'http://city-12345',
    'HTTPS://区政府.cn/',
  ])('may be %s', (given) => expect(fault(given)).toBeUndefined());

  it.each(['weibo.com', 'ftp://10.1.2.3', 'http://10.1.2.3:70000', 'javascript:alert(1)', 'http:///a', 'https://a b'])(
    'is not %s',
    (given) => expect(fault(given)).toBe('须为网址，以 http:// 或 https:// 开头'),
  );
});
