import { useRef, useState } from 'preact/hooks';
import type { TrackedView } from '#http-api/tracking-shapes';
import { SubmissionKey } from '../api/submission-key';
import { Refused } from './answer-of';
import { useRefusal } from './notice';

export interface Asking {
  readonly isBusy: boolean;
  readonly refusal: Refused['problem'] | null;
  /** What is sent twice with the same content is done once: `send` is given its key. Answers whether it was done. */
  run(content: unknown, send: (key: string) => Promise<TrackedView>): Promise<boolean>;
}

/** One thing at a time that is asked of the hotline, and what came of it. */
export function useAsking(onAnswer: (view: TrackedView) => void): Asking {
  const [isBusy, setBusy] = useState(false);
  const key = useRef(new SubmissionKey());
  const [refusal, setRefusal] = useRefusal(key);
  const run: Asking['run'] = async (content, send) => {
    if (isBusy) return false;
    setBusy(true);
    setRefusal(null);
    try {
      const view = await send(key.current.of(content));
      key.current.settled();
      onAnswer(view);
      return true;
    } catch (reason) {
      setRefusal(reason instanceof Refused ? reason.problem : { detail: '出错了，请刷新页面再试' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, run };
}
