import { problemCodes, type Problem, type ProblemCode } from '#http-api/problem';

/** A refusal at the edge, in the caller's words. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: Partial<Problem> = {},
  ) {
    super(detail);
    this.name = 'Refusal';
  }
}

export const problemOf = (code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:hotline:problem:${code}`,
  title: problemCodes[code].title,
  status: problemCodes[code].status,
  code,
  detail,
  ...more,
});
