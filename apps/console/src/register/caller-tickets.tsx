import { Button, Card, Form } from 'antd';
import { Link } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { isOpen } from '#ticket/state';
import { TicketItem } from '../parts/ticket-item';
import { NudgeButton } from './nudge-button';

type Known = Pick<RouteAnswer<'POST /api/citizens/search'>, 'tickets' | 'count'>;

const titleOf = ({ tickets, count: { count, exact } }: Known): string =>
  count > tickets.length
    ? `历史工单（${exact ? '' : '超过'}${count}件，最近${tickets.length}件）`
    : `历史工单（${count}）`;

/** Earlier tickets of the number: open one, or register this call as asking again (复诉). */
export function CallerTickets({ known }: { known: Known }) {
  const { tickets } = known;
  const form = Form.useFormInstance();
  const previous = Form.useWatch<string | undefined>('previousTicketId', { preserve: true });
  const toggle = (id: string): void => form.setFieldValue('previousTicketId', previous === id ? undefined : id);
  return (
    <Card size="small" title={titleOf(known)} className="caller-tickets">
      <Form.Item name="previousTicketId" hidden>
        <input />
      </Form.Item>
      {tickets.length === 0 && <p className="quiet">暂无</p>}
      {tickets.map((ticket) => (
        <div key={ticket.id} className="caller-ticket">
          <Link to={`/tickets/${ticket.id}`} target="_blank" className="card-link">
            <TicketItem ticket={ticket} />
          </Link>
          {isOpen(ticket.state) && <NudgeButton ticket={ticket} />}
          {ticket.closedAt && (
            <Button
              size="small"
              type={previous === ticket.id ? 'primary' : 'default'}
              onClick={() => toggle(ticket.id)}
            >
              {previous === ticket.id ? '已标为复诉' : '作为本单的复诉'}
            </Button>
          )}
        </div>
      ))}
    </Card>
  );
}
