import type { Problem } from '#http-api/problem';
import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';

/** The hotline refused, or could not be reached; `problem` is in a citizen's words. */
export class Refused extends Error {
  constructor(readonly problem: Pick<Problem, 'detail' | 'errors'>) {
    super(problem.detail);
    this.name = 'Refused';
  }
}

export type Path = '' | '/complete' | '/supplement' | '/pictures' | '/nudge' | '/withdraw';

/** Number and code go in the body of each question: nothing of them is kept, and no address has them. @throws Refused */
export const ask = (path: Path, pair: TrackingPair, said: object = {}, key?: string): Promise<TrackedView> =>
  post(path, JSON.stringify({ ...pair, ...said }), { 'content-type': 'application/json', ...keyed(key) });

/** The pair stands before the picture, which is not taken from anybody else. @throws Refused */
export function sendPicture(pair: TrackingPair, file: File, key: string): Promise<TrackedView> {
  const form = new FormData();
  form.append('number', pair.number);
  form.append('code', pair.code);
  form.append('file', file);
  return post('/pictures', form, keyed(key));
}

const keyed = (key: string | undefined): Record<string, string> =>
  key === undefined ? {} : { 'idempotency-key': key };

async function post(path: Path, body: BodyInit, headers: Record<string, string>): Promise<TrackedView> {
  const request = { method: 'POST', credentials: 'omit', cache: 'no-store', headers, body } as const;
  const response = await fetch(`/api/public/track${path}`, request).catch(unreachable);
  if (response.ok) return (await response.json()) as TrackedView;
  throw new Refused(await problemOf(response));
}

function unreachable(): never {
  throw new Refused({ detail: '网络不通，没有收到热线的回答。您填的内容还在，请稍后再点一次' });
}

/** A server in between may answer with a page of its own. */
const problemOf = (response: Response): Promise<Problem> =>
  response.json().catch(() => ({ detail: '系统暂时不可用，请稍后再试' })) as Promise<Problem>;
