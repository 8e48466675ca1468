import fc from 'fast-check';
import { messageKindNames, messageKinds } from './message-kind';
import {
  messageText,
  placeholdersIn,
  placeholdersOf,
  samplePlaceholders,
  segmentsOf,
  templateFault,
} from './message-text';

const said = (template: string, known: Partial<typeof samplePlaceholders> = {}): string | null =>
  messageText(template, { ...samplePlaceholders, ...known });

describe('the wording of a message', () => {
  it.each(messageKindNames)('of “%s” can be used as it is delivered, and is short', (kind) => {
    const { text } = messageKinds[kind];
    expect(templateFault(kind, text)).toBeNull();
    expect(segmentsOf(said(text) ?? '')).toBeLessThanOrEqual(2);
    const shortest = said(text, { 查询网址: null, 评价网址: null, 承诺时限: null });
    expect(segmentsOf(shortest ?? '')).toBe(1);
  });

  it.each(messageKindNames)(
    'of “%s” keeps addresses apart, so that a telephone opens them and not what follows',
    (kind) => {
      for (const address of (said(messageKinds[kind].text) ?? '').match(/\S*https?:\S*/g) ?? [])
        expect([samplePlaceholders.查询网址, samplePlaceholders.评价网址]).toContain(address);
    },
  );

  it('is filled with what is known', () => {
    expect(said('编号{工单编号}，查询码{查询码}。')).toBe('编号20260902000001314，查询码H7K2M9PQ4RTX。');
  });

  it('leaves out an optional part of which something is not known, and keeps the others', () => {
    const template = '已受理［，{承诺时限}前答复］［，查询{查询网址}］。';
    expect(said(template, { 承诺时限: null })).toBe('已受理，查询https://12345.example.cn/track。');
    expect(said(template, { 承诺时限: null, 查询网址: null })).toBe('已受理。');
  });

  it('says nothing at all where something is not known that it cannot do without', () => {
    expect(said('已转{承办单位}办理。', { 承办单位: null })).toBeNull();
  });

  it('never says an open placeholder or a bracket, whatever is known', () => {
    const known = fc.record(
      Object.fromEntries(Object.keys(samplePlaceholders).map((name) => [name, fc.option(fc.constant('值'))])),
    );
    const property = fc.property(fc.constantFrom(...messageKindNames), known, (kind, values) => {
      expect(messageText(messageKinds[kind].text, values as typeof samplePlaceholders) ?? '').not.toMatch(/[{}［］]/);
    });
    fc.assert(property);
  });

  it.each([
    ['您好{姓名}', '没有占位词 {姓名}'],
    ['{ 工单编号 }', '没有占位词 { 工单编号 }'],
    ['已转{承办单位}', '此类短信不能用占位词 {承办单位}'],
    ['编号{工单编号', '花括号 { } 须成对，占位词不能套用'],
    ['编号{{工单编号}}', '花括号 { } 须成对，占位词不能套用'],
    ['［限{承诺时限}［前］］', '可省略部分的括号 ［ ］ 须成对，不能套用'],
    ['前］［后', '可省略部分的括号 ［ ］ 须成对，不能套用'],
    ['  ', '短信内容不能为空'],
    ['字'.repeat(301), '短信不能超过300个字，现约301个字'],
    [`${'字'.repeat(283)}{工单编号}`, null],
    [`${'字'.repeat(284)}{工单编号}`, '短信不能超过300个字，现约301个字'],
  ])('is refused when it says “%s”', (text, fault) => {
    expect(templateFault('registered', text)).toBe(fault);
  });

  it.each([
    [0, 0],
    [1, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('with %d signs is sent as %d short messages', (length, segments) => {
    expect(segmentsOf('字'.repeat(length))).toBe(segments);
  });

  it('asks for what stands in it, and may leave open what its kind knows', () => {
    expect(placeholdersIn(messageKinds.registered.text)).toEqual(['工单编号', '查询码', '查询网址', '承诺时限']);
    expect(placeholdersOf('held')).toContain('复核日期');
    expect(placeholdersOf('registered')).not.toContain('复核日期');
  });
});
