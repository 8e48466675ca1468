import fc from 'fast-check';
import { ownWords } from './own-words';

describe('a mail’s own words', () => {
  it.each([
    ['QQ', '路灯不亮。\n\n------------------ 原始邮件 ------------------\n发件人: "12345" <a@example.cn>;\n旧'],
    ['Apple', '路灯不亮。\n\n在 2026年3月1日，12:00，热线 <a@example.cn> 写道：\n> 旧\n> 旧'],
    ['Apple without an address', '路灯不亮。\n\n2026年3月1日 下午3:00，热线 写道：\n\n旧'],
    ['NetEase', '路灯不亮。\n\nAt 2026-03-01 12:00:00, "热线" <a@example.cn> wrote:\n旧'],
    ['Gmail', '路灯不亮。\n\nOn Mon, Mar 1, 2026 at 3:00 PM Hotline <a@example.cn> wrote:\n> 旧'],
    ['Outlook', '路灯不亮。\n\n发件人： 热线 <a@example.cn>\n发送时间： 2026-03-01\n收件人： 某\n\n旧'],
    ['a telephone', '路灯不亮。\n\n发自我的iPhone'],
    ['a signature', '路灯不亮。\n-- \n某公司\n电话'],
    ['windows', '路灯不亮。\r\n\r\n-----邮件原件-----\r\n旧'],
  ])('end where %s says that others’ begin', (_program, mail) => {
    expect(ownWords(mail)).toBe('路灯不亮。');
  });

  it.each(['我昨天写信给市长信箱，没有人写道：答复', '发件人写错了地址，请更正', '于是2026年他们写道歉信'])(
    'are not ended by a sentence that only sounds like it: %s',
    (sentence) => {
      expect(ownWords(`${sentence}\n后面还有话`)).toBe(`${sentence}\n后面还有话`);
    },
  );

  it('are all of it when everything is quoted', () => {
    expect(ownWords('> 路灯不亮')).toBe('> 路灯不亮');
  });

  it('never are nothing when something was written, and never more than was written', () => {
    const line = fc.constantFrom('路灯不亮', '> 旧', '-- ', '发自我的iPhone', '', '在 3月1日 热线 写道：', '请修');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        const own = ownWords(text);
        expect(own === '').toBe(text.trim() === '');
        expect(text).toContain(own.split('\n')[0] ?? '');
        expect(own.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
