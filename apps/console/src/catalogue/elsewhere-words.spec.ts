import { elsewhereWords } from './elsewhere-words';

const nothing = { month: '2026-01', tickets: 0, otherwise: 0, lookedAt: 40, exact: true, items: [] };

describe('what a change of the dispatch catalogue would have done', () => {
  it('is said in one sentence, whether anything would or not', () => {
    expect(elsewhereWords(nothing)).toBe('2026年1月派出的40件相关工单中，没有会派给其他单位的');
    expect(elsewhereWords({ ...nothing, tickets: 3, otherwise: 2 })).toBe(
      '2026年1月派出的40件相关工单中，3件会派给其他单位，2件主办单位不变、协办或时限会变',
    );
  });

  it('says when only the newest were looked at', () => {
    expect(elsewhereWords({ ...nothing, month: '2025-12', exact: false })).toContain(
      '2025年12月派出的最近40件相关工单',
    );
  });
});
