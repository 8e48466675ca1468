import { type z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';

const inChinese = zhCN().localeError;

const isChinese = (message: string): boolean => /\p{Script=Han}/u.test(message);

/** Why a field is refused, for a shape's issue found here. */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.origin === 'string') return '请填写';
  if (issue.code === 'invalid_type' && issue.input === undefined) return '请填写';
  if (issue.code === 'too_big' && issue.origin === 'string') return `最多${issue.maximum}个字`;
  // Where a shape has words of its own, they are better than any rule's.
  if (isChinese(issue.message)) return issue.message;
  const said = inChinese(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? '填写有误');
}

/** The same for a message that came from the server. */
export const messageWords = (message: string): string => (isChinese(message) ? message : '填写有误，请检查');
