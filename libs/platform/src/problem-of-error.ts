import { HttpException } from '@nestjs/common';
import type { Problem, ProblemCode } from '#http-api/problem';
import { problemCodes } from '#http-api/problem';
import { ActorRefused } from '#ticket/actor-refused';
import { TransitionRefused } from '#ticket/transition-refused';
import { isOutage } from '#store/outage';
import { KeyTaken, NotFound, VersionConflict } from '#store/store-errors';
import { refusedWords } from './file-body';
import { problemOf, Refusal } from './problems';

/**
 * Translates, once, whatever went wrong into a problem for the caller. Never a stack trace, never an inner message.
 * @param consumes the types of files that the operation takes
 */
export function problemOfError(error: unknown, consumes: readonly string[] = []): Problem {
  if (error instanceof Refusal) return problemOf(error.code, error.detail, error.more);
  if (error instanceof TransitionRefused) {
    return problemOf('transition-refused', error.detail, { state: error.state });
  }
  if (error instanceof ActorRefused) return problemOf('forbidden', '您的岗位不能办理此项');
  if (error instanceof NotFound) return problemOf('not-found', '没有找到，或不在您的查看范围内');
  if (error instanceof VersionConflict) return conflict(error);
  if (error instanceof KeyTaken) return problemOf('conflict', takenWords[error.kind] ?? '已存在');
  return fromFramework(error, consumes);
}

/** What has been taken, by the kind of its key. */
const takenWords: Readonly<Record<string, string>> = {
  upstream: '上级工单编号已登记',
  idempotency: '已提交过，请勿重复提交',
};

const conflict = (error: VersionConflict): Problem =>
  problemOf('version-conflict', `工单已被他人修改（当前版本 ${error.version}）`, { differs: error.differs });

const codesByStatus = new Map<number, ProblemCode>(
  (Object.keys(problemCodes) as ProblemCode[]).map((code) => [problemCodes[code].status, code]).reverse() as [
    number,
    ProblemCode,
  ][],
);

/** Nest's and Fastify's own refusals (no such route, malformed JSON, too large) keep their status. */
function fromFramework(error: unknown, consumes: readonly string[]): Problem {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === undefined && isOutage(error)) return problemOf('unavailable', '系统暂时不可用，请稍后再试');
  if (status === undefined || status >= 500) return problemOf('internal', '系统内部错误，请稍后再试');
  const code = codesByStatus.get(status) ?? 'invalid';
  if (code === 'unsupported-media-type') return problemOf(code, refusedWords(consumes));
  return problemOf(
    code,
    addressFaults[(error as { code?: string }).code ?? ''] ?? frameworkDetails[code] ?? '请求无效',
  );
}

/** What Fastify finds wrong before it knows which operation is meant. */
const addressFaults: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: '网址有误，含有无法识别的字符',
  FST_ERR_MAX_PARAM_LENGTH: '网址有误，其中一段过长',
};

const frameworkDetails: { readonly [Code in ProblemCode]?: string } = {
  invalid: '请求不是有效的 JSON 或格式不对',
  'too-large': '请求内容过大',
};
