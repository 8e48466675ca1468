import { useAnswer } from '../api/use-answer';

/** The return that waits for a decision on this ticket. */
export function useReturnOf(ticketId: string, isNeeded: boolean): string | undefined {
  const pending = useAnswer(
    'GET /api/returns',
    { query: { state: 'pending', ticketId, limit: 1 } },
    { enabled: isNeeded },
  );
  return pending.data?.items.find((each) => each.ticketId === ticketId)?.id;
}
