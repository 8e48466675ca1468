import { ApiProblem } from './api-problem';
import type { FieldIssue } from './shape-issues';

/** The server's field errors at the fields of a form; a JSON path such as `$.citizen.phone` or `/citizen/phone`. */
export function problemIssues(reason: unknown): FieldIssue[] {
  if (!(reason instanceof ApiProblem)) return [];
  return (reason.problem.errors ?? []).map(({ path, message }) => ({
    name: path.split(/[./[\]]+/).filter((step) => step !== '' && step !== '$' && step !== 'body'),
    errors: [inChinese(message)],
  }));
}

/** The server says in Chinese what people can put right; the rest is our own mistake. */
const inChinese = (message: string): string => (/\p{Script=Han}/u.test(message) ? message : '填写有误，请检查');
