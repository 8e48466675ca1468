import type { ElsewhereView } from '#http-api/dispatch-rule-shapes';

const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** What a change of the catalogue would have done last month, in one sentence. */
export function elsewhereWords({ month, tickets, otherwise, lookedAt, exact }: ElsewhereView): string {
  const looked = `${monthWords(month)}派出的${exact ? '' : '最近'}${lookedAt}件相关工单`;
  const same = otherwise > 0 ? `，${otherwise}件主办单位不变、协办或时限会变` : '';
  return tickets > 0 ? `${looked}中，${tickets}件会派给其他单位${same}` : `${looked}中，没有会派给其他单位的${same}`;
}
