import type { ReviewRule } from '#ticket/review-rule';

/** The number of a ticket `t` under a hundred that its id alone gives: whoever draws it again draws the same. */
const lot = `(('x' || substr(md5(t.id::text), 1, 8))::bit(32)::bigint % 100)`;

/** The row of its own category comes before that of all. */
const percentOf = (rule: ReviewRule): string => `coalesce((
  SELECT r.percent FROM satisfaction.review_rule r
  WHERE r.rule = '${rule}' AND (r.category_code IS NULL OR r.category_code = t.category_code)
  ORDER BY r.category_code NULLS LAST LIMIT 1), 0)`;

/** SQL: whether a rule holds for a ticket `t` that it is about. */
export const drawn = (rule: ReviewRule): string => `${lot} < ${percentOf(rule)}`;
