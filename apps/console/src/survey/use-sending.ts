import { useState } from 'preact/hooks';
import type { SurveyView } from '#http-api/survey-shapes';
import { ratingIn, type SurveyAnswers } from '#ticket/survey-question';
import { answerOf, Refused } from '../track/answer-of';

export interface Sending {
  readonly isBusy: boolean;
  readonly refusal: Refused['problem'] | null;
  send(answers: SurveyAnswers, comment: string): Promise<void>;
}

/** Sends what was answered, and says why it was not taken. */
export function useSending(address: string, onAnswered: (view: SurveyView) => void): Sending {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Sending['refusal']>(null);
  const send = async (answers: SurveyAnswers, comment: string): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      onAnswered(await post(address, { ...ratingIn(answers), ...(comment.trim() !== '' && { comment }) }));
    } catch (reason) {
      setRefusal(problemIn(reason));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, send };
}

export const problemIn = (reason: unknown): Refused['problem'] =>
  reason instanceof Refused ? reason.problem : { detail: '出错了，请刷新页面再试' };

const post = (address: string, said: object): Promise<SurveyView> =>
  answerOf(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) });
