import { App } from 'antd';
import type { CallbackOutcome } from '#ticket/callback-outcome';
import type { RouteRequest } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import type { MoveAnswer } from '../moves/use-move-submit';

type Rating = NonNullable<RouteRequest<'POST /api/tickets/:id/ratings'>['body']>;

/** Records what came of a call: what the citizen said, or why nothing was said. */
export function useRecording(id: string, onDone: (answer: MoveAnswer) => void) {
  const { message } = App.useApp();
  const rating = useWrite('POST /api/tickets/:id/ratings');
  const attempt = useWrite('POST /api/tickets/:id/callback-attempts');
  const settle = (written: Promise<MoveAnswer>, words: string): void =>
    void written.then(
      (answer) => {
        message.success(words);
        onDone(answer);
      },
      (reason: unknown) => void message.error(problemWords(reason)),
    );
  return {
    isBusy: rating.isPending || attempt.isPending,
    rate: (body: Rating) => settle(rating.mutateAsync({ params: { id }, body }), '已登记评价'),
    end: (outcome: CallbackOutcome, appointmentAt?: string) =>
      settle(attempt.mutateAsync({ params: { id }, body: { outcome, appointmentAt } }), '已记录本次回访'),
  };
}
