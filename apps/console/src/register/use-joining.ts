import { App } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';

type Ticket = RouteAnswer<'POST /api/tickets'>;

/**
 * Merges a ticket that was registered this moment into the one that the agent chose. It keeps its own number whatever
 * becomes of that: when it cannot be merged it waits for a dispatcher, and the agent is told why.
 */
export function useJoining() {
  const { message } = App.useApp();
  const merge = useWrite('POST /api/tickets/:id/merge');
  const join = async (ticket: Ticket, intoId: string): Promise<Ticket> => {
    try {
      return await merge.mutateAsync({ params: { id: ticket.id }, body: { intoId } });
    } catch (reason) {
      const error = reason instanceof Error ? reason : new Error(String(reason));
      message.warning(`工单 ${ticket.number} 已登记，但未能并单，已转派单员：${problemWords(error)}`, 10);
      return ticket;
    }
  };
  return { join, isJoining: merge.isPending };
}
