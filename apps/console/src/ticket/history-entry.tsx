import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { actorWords } from '#ticket/actor-words';
import { useDepartments } from '../directory/use-directory';
import { moveLabel } from '../moves/move-label';
import type { AssignmentView } from '../moves/move-target';
import { fullInstant } from '../words/instant';
import { stateWords } from '../words/state-words';
import { historyFacts } from './history-facts';

type Line = ListItem<'GET /api/tickets/:id/history'>;

interface HistoryEntryProps {
  readonly ticketId: string;
  readonly line: Line;
  /** The part that it is about, where it is about one. */
  readonly part?: AssignmentView;
}

/** One line of history: what, who, when, the facts, and the state it led to. */
export function HistoryEntry({ ticketId, line, part }: HistoryEntryProps) {
  const departments = useDepartments();
  const nameOf = (id: string): string => departments.find((each) => each.id === id)?.name ?? '某单位';
  const facts = historyFacts(line.data, nameOf);
  const { copyId } = line.data;
  return (
    <div>
      <div className="history-what">
        <strong>{part?.parentId ? moveLabel(line.name, part) : line.label}</strong>
        {line.from !== line.to && <span className="history-to">{stateWords(line.to, 1)}</span>}
        <span className="quiet history-who">
          {fullInstant(line.at)}　{actorWords(line.actor)}
        </span>
      </div>
      <div className="history-facts">
        {facts.map(({ label, text }) => (
          <span key={label}>
            <span className="quiet">{label}：</span>
            {text}
          </span>
        ))}
        {typeof copyId === 'string' && <Link to={`/tickets/${ticketId}/third-party-copies/${copyId}`}>查看副本</Link>}
      </div>
    </div>
  );
}
