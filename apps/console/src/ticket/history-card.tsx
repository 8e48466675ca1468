import { Card, Timeline } from 'antd';
import { usePages } from '../api/use-pages';
import type { TicketView } from '../moves/move-target';
import { Paged } from '../parts/paged';
import { HistoryEntry } from './history-entry';
import { historyTone } from './history-tone';

/** The ticket's whole way, as the server keeps it: oldest first. */
export function HistoryCard({ ticket: { id, assignments } }: { ticket: TicketView }) {
  const history = usePages('GET /api/tickets/:id/history', { params: { id }, query: { limit: 100 } });
  const items = history.items.map((line) => ({
    key: line.seq,
    color: historyTone(line.name),
    content: (
      <HistoryEntry
        ticketId={id}
        line={line}
        part={assignments.find((part) => part.id === line.data['assignmentId'])}
      />
    ),
  }));
  return (
    <Card size="small" title="办理过程" loading={history.isLoading}>
      <Paged pages={history}>
        <Timeline items={items} className="history" />
      </Paged>
    </Card>
  );
}
