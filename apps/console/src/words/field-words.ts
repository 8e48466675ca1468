import { type z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';

const inChinese = zhCN().localeError;

/** Messages our shapes give themselves, in English, and what a clerk reads. */
const ours: Record<string, string> = {
  'must not contain NUL': '含有不能使用的字符',
  'letters, digits, dot, dash only': '只能填写文字、数字、点和短横线',
  'a phone number has 3 to 20 digits': '电话号码应为3至20位数字',
};

/** Why a field is refused, for a shape's issue found here. */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.origin === 'string') return '请填写';
  if (issue.code === 'invalid_type' && issue.input === undefined) return '请填写';
  if (issue.code === 'too_big' && issue.origin === 'string') return `最多${issue.maximum}个字`;
  const said = inChinese(issue as z.core.$ZodRawIssue);
  return ours[issue.message] ?? (typeof said === 'string' ? said : (said?.message ?? '填写有误'));
}

/** The same for a message that came from the server. */
export const messageWords = (message: string): string =>
  ours[message] ?? (/\p{Script=Han}/u.test(message) ? message : '填写有误，请检查');
