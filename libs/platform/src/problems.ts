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

/** A refusal of what stands in one field: the form shows `message` beside it, the same words when there are no other. */
export const refusalAt = (path: string, detail: string, message: string = detail): Refusal =>
  new Refusal('invalid', detail, { errors: [{ path, message }] });

/** A refusal of what is taken by something else, for the field that names it. */
export const conflictAt = (path: string, detail: string): Refusal =>
  new Refusal('conflict', detail, { errors: [{ path, message: detail }] });

export const problemOf = (code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:hotline:problem:${code}`,
  title: problemCodes[code].title,
  status: problemCodes[code].status,
  code,
  detail,
  ...more,
});
