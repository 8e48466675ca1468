import type { ProblemCode } from '#http-api/problem';
import { ApiProblem } from './api-problem';

const systemFault = '系统出错，请稍后再试；仍不行请联系管理员';

/** What a clerk reads when the server gives no reason in Chinese itself. */
const words: Readonly<Record<string, string>> = {
  invalid: '填写内容不符合要求，请检查后再提交',
  unauthenticated: '登录已失效，请重新登录',
  forbidden: '您没有办理此项的权限',
  'password-change-required': '请先修改初始密码',
  'not-found': '没有找到，或不在您的查看范围内',
  'method-not-allowed': systemFault,
  'transition-refused': '工单状态已变化，不能办理此项',
  'version-conflict': '工单刚被他人修改过，请核对最新内容后再提交',
  gone: '已失效，请刷新页面',
  conflict: '已经存在，不能重复',
  'too-large': '内容过大',
  'range-not-satisfiable': '文件没有这一部分',
  'unsupported-media-type': '不支持这种文件',
  'key-reused': '这次提交与之前的内容不一致，请重新提交',
  'version-required': '请刷新后再修改',
  'too-many-requests': '操作过于频繁，请稍候再试',
  internal: systemFault,
  unavailable: '连接不上热线系统，请检查网络后重试',
} satisfies Record<ProblemCode, string>;

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** One sentence in Chinese for whatever went wrong. */
export function problemWords(reason: unknown): string {
  if (!(reason instanceof ApiProblem)) return systemFault;
  if (isChinese(reason.problem.detail)) return reason.problem.detail;
  return words[reason.code] ?? systemFault;
}
