import { Button, Tooltip } from 'antd';
import { returnedBy } from '#ticket/assignments';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { TicketView } from './move-target';
import { ticketOfView } from './ticket-of-view';

interface SuggestedDepartmentsProps {
  readonly ticket: TicketView;
  readonly chosen: string | undefined;
  choose(id: string): void;
}

/** Departments whose return was upheld are not offered again. */
export function SuggestedDepartments({ ticket, chosen, choose }: SuggestedDepartmentsProps) {
  const { title, content, category, area } = ticket;
  const { roles } = useUser();
  const suggested = useAnswer(
    'POST /api/routing/suggest',
    { body: { title, content, categoryCode: category?.code, areaCode: area?.code } },
    { enabled: mayCall('POST /api/routing/suggest', roles), staleTime: 60_000 },
  );
  const refused = returnedBy(ticketOfView(ticket));
  const offered = (suggested.data?.department ?? []).filter(({ id }) => !refused.includes(id)).slice(0, 4);
  if (offered.length === 0) return null;
  return (
    <div className="suggestions">
      <span className="quiet">建议</span>
      {offered.map(({ id, name, probability, reasons }) => (
        <Tooltip key={id} title={reasons.join('；')}>
          <Button size="small" type={chosen === id ? 'primary' : 'default'} onClick={() => choose(id)}>
            {name} {Math.round(probability * 100)}%
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}
