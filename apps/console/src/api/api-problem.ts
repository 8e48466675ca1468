import { problem, type Problem, type ProblemCode } from '#http-api/problem';

/** What the server refused, or that it could not be reached (`unavailable`, status 0). */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(blank(0, 'unavailable'));
  }

  static async of(response: Response): Promise<ApiProblem> {
    const parsed = problem.safeParse(await response.json().catch(() => null));
    return new ApiProblem(parsed.success ? parsed.data : blank(response.status, codeOf(response.status)));
  }

  get code(): string {
    return this.problem.code;
  }

  /** Nothing is known of the outcome: the same submission may be sent again under its key. */
  get isUnanswered(): boolean {
    return this.problem.status === 0 || this.problem.status >= 502;
  }
}

const codeOf = (status: number): ProblemCode =>
  status === 401 ? 'unauthenticated' : status >= 502 ? 'unavailable' : 'internal';

const blank = (status: number, code: ProblemCode): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  detail: '',
});
