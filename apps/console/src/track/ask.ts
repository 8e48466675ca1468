import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';
import { answerOf } from './answer-of';

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

const post = (path: Path, body: BodyInit, headers: Record<string, string>): Promise<TrackedView> =>
  answerOf(`/api/public/track${path}`, { method: 'POST', headers, body });
