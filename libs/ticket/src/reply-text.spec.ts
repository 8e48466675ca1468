import fc from 'fast-check';
import { offeredText, replyPlaceholders, replyText, replyTextFault, replyValuesOf } from './reply-text';

const ticket = { number: '20260914000000197', title: '滨河路路灯整夜不亮' };
const by = { department: '城市管理局', on: '2026-09-04' };
const values = replyValuesOf(ticket, by);
const all = replyPlaceholders.map((name) => `{${name}}`).join('');

describe('one text for many citizens', () => {
  it('is filled with what each ticket and its department have', () => {
    const text = '您反映的“{标题}”（{工单编号}）已于{日期}由{承办单位}办结。';
    expect(replyText(text, values)).toBe(
      '您反映的“滨河路路灯整夜不亮”（20260914000000197）已于2026年9月4日由城市管理局办结。',
    );
  });

  it('tells nobody’s name or number that a citizen wrote into a title', () => {
    const told = replyValuesOf({ ...ticket, title: '居民身份证号500102199003074518，电话13912345678，路灯不亮' }, by);
    const text = replyText(all, told);
    expect(text).not.toMatch(/500102|13912345678/);
    expect(text).toContain('路灯不亮');
  });

  it('may leave open nothing that no ticket fills', () => {
    expect(replyTextFault(all)).toBeNull();
    expect(replyTextFault('请联系{联络员}')).toBe('没有占位词 {联络员}，可用 {工单编号}、{标题}、{承办单位}、{日期}');
  });

  it('keeps a word in braces that is no placeholder as it stands', () => {
    expect(replyText('请联系{联络员}，{工单编号}', values)).toBe(`请联系{联络员}，${ticket.number}`);
  });

  it('is offered with a blank where only whoever answers knows', () => {
    expect(offeredText('{承办单位}：请联系{联系方式}', values)).toBe('城市管理局：请联系【联系方式】');
    fc.assert(
      fc.property(fc.string(), (name) => {
        const word = name.replace(/[{}]/g, '');
        fc.pre(!(replyPlaceholders as readonly string[]).includes(word));
        expect(offeredText(`{${word}}`, values)).toBe(`【${word}】`);
      }),
    );
  });

  it('is filled once: what a citizen wrote is no placeholder, and what has no braces stays as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (typed, title) => {
        const told = { ...values, 标题: `{日期}${title}` };
        expect(replyText('{标题}', told)).toBe(`{日期}${title}`);
        const plain = typed.replace(/[{}]/g, '');
        expect(replyText(plain, told)).toBe(plain);
        expect(replyText(`${plain}{工单编号}`, told)).toBe(`${plain}${ticket.number}`);
      }),
    );
  });
});
