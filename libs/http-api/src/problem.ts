import { z } from 'zod';

/** application/problem+json: `code` is stable, `title` and `detail` are for people, `errors` point into the caller's JSON. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** On a lost race: the state that was found. */
  state: z.string().optional(),
  /** On a version conflict: the fields that differ, with what they hold now. */
  differs: z.record(z.string(), z.unknown()).optional(),
  /** Asked too often: when it may be asked again, as the header Retry-After says too. */
  retryAfterSeconds: z.number().int().min(1).optional(),
  /** On a method that nothing answers at this address: those that are answered, as the header Allow says too. */
  allow: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problem>;

/** Every code a caller may see, with its status and title. */
export const problemCodes = {
  invalid: { status: 400, title: '提交的内容有误' },
  unauthenticated: { status: 401, title: '未登录' },
  forbidden: { status: 403, title: '无权办理' },
  'password-change-required': { status: 403, title: '须先修改初始密码' },
  'not-found': { status: 404, title: '没有找到' },
  'method-not-allowed': { status: 405, title: '不支持这种请求方法' },
  'transition-refused': { status: 409, title: '工单状态不允许' },
  'version-conflict': { status: 409, title: '已被他人修改' },
  gone: { status: 410, title: '已失效' },
  conflict: { status: 409, title: '与现有情况冲突' },
  'too-large': { status: 413, title: '内容过大' },
  'range-not-satisfiable': { status: 416, title: '没有这一段内容' },
  'unsupported-media-type': { status: 415, title: '不接受这种类型的内容' },
  'key-reused': { status: 422, title: 'Idempotency-Key 已用于另一内容' },
  'version-required': { status: 428, title: '缺少 If-Match' },
  'too-many-requests': { status: 429, title: '请求过于频繁' },
  internal: { status: 500, title: '系统内部错误' },
  unavailable: { status: 503, title: '系统暂时不可用' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;
