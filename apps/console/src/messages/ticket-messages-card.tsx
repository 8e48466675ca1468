import { Button, Card } from 'antd';
import { messageKinds } from '#ticket/message-kind';
import { usePages } from '../api/use-pages';
import { DecideButton } from '../parts/decide-button';
import { instant } from '../words/instant';
import type { MessageRow } from './message-row';
import { messageStanding } from './message-standing';
import { MessageStateTag } from './message-state-tag';
import './messages.css';

/** 短信告知: what this ticket's citizen was told; nothing where they are told nothing. */
export function TicketMessagesCard({ id }: { id: string }) {
  const pages = usePages('GET /api/tickets/:id/messages', { params: { id } });
  if (pages.items.length === 0) return null;
  return (
    <Card size="small" title={`短信告知（${pages.items.length}${pages.hasMore ? '+' : ''}）`}>
      {pages.items.map((row) => (
        <MessageLine key={row.id} row={row} />
      ))}
      {pages.hasMore && (
        <Button type="link" loading={pages.isLoadingMore} onClick={pages.more}>
          更多
        </Button>
      )}
    </Card>
  );
}

const MessageLine = ({ row }: { row: MessageRow }) => (
  <div className="message-line">
    <div className="message-line-top">
      <strong>{messageKinds[row.kind].label}</strong>
      <MessageStateTag state={row.state} />
      <span className="quiet">
        {instant(row.at)} 应发{withStanding(row)}
      </span>
      {row.worthResending && (
        <DecideButton
          route="POST /api/messages/:id/resend"
          id={row.id}
          label="重发"
          reads="GET /api/tickets/:id/messages"
        />
      )}
    </div>
    {row.text && <div>{row.text}</div>}
  </div>
);

const withStanding = (row: MessageRow): string => {
  const standing = messageStanding(row);
  return standing ? `，${standing}` : '';
};
