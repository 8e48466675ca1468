import type { Problem } from '#http-api/problem';

/** The hotline refused, or could not be reached; `problem` is in a citizen's words. */
export class Refused extends Error {
  constructor(readonly problem: Pick<Problem, 'detail' | 'errors'>) {
    super(problem.detail);
    this.name = 'Refused';
  }
}

/** What the hotline answers a citizen's page. Nothing of it is kept by the browser. @throws Refused */
export async function answerOf<View>(address: string, request: RequestInit): Promise<View> {
  const response = await fetch(address, { credentials: 'omit', cache: 'no-store', ...request }).catch(unreachable);
  if (response.ok) return (await response.json()) as View;
  throw new Refused(await problemOf(response));
}

function unreachable(): never {
  throw new Refused({ detail: '网络不通，没有收到热线的回答。您填的内容还在，请稍后再点一次' });
}

/** A server in between may answer with a page of its own. */
const problemOf = (response: Response): Promise<Problem> =>
  response.json().catch(() => ({ detail: '系统暂时不可用，请稍后再试' })) as Promise<Problem>;
