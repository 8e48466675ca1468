import { Button, Tooltip } from 'antd';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { chanceOf } from '../suggestions/chance-of';
import type { TicketView } from './move-target';

interface SuggestedDepartmentsProps {
  readonly ticket: TicketView;
  readonly chosen: string | undefined;
  choose(id: string): void;
}

/** The best of those that may lead it: one whose return was upheld is none of them. */
export function SuggestedDepartments({ ticket, chosen, choose }: SuggestedDepartmentsProps) {
  const { roles } = useUser();
  const route = 'GET /api/tickets/:id/suggestion';
  const suggested = useAnswer(route, { params: { id: ticket.id } }, { enabled: mayCall(route, roles) });
  const offered = suggested.data?.department ?? [];
  if (offered.length === 0) return null;
  return (
    <div className="suggestions">
      <span className="quiet">建议</span>
      {offered.map(({ id, name, reasons, ...chance }) => (
        <Tooltip key={id} title={reasons.join('；')}>
          <Button size="small" type={chosen === id ? 'primary' : 'default'} onClick={() => choose(id)}>
            {name} {chanceOf(chance)}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}
