import { Card, Tag } from 'antd';
import type { ReactNode } from 'react';
import { extensionStates, holdStates } from '#ticket/request-state';
import { usePages } from '../api/use-pages';
import { askedExtension, extensionTitle } from '../extensions/asked-extension';
import { ExtensionFacts } from '../extensions/extension-facts';
import { HoldFacts } from '../holds/hold-facts';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { AskedRequest } from '../moves/asked-request';
import { MoveButtons } from '../moves/move-buttons';
import type { TicketView } from '../moves/move-target';
import { useRequestMoves } from '../moves/use-request-moves';

/** 延期, 挂账 of one ticket: what was asked for and what became of it, with the decision for whom it is to make. */
export function RequestsCard({ ticket }: { ticket: TicketView }) {
  const { roles } = useUser();
  const query = { ticketId: ticket.id };
  const extensions = usePages('GET /api/extensions', { query }, mayCall('GET /api/extensions', roles));
  const holds = usePages('GET /api/holds', { query }, mayCall('GET /api/holds', roles));
  if (extensions.items.length + holds.items.length === 0) return null;
  return (
    <Card size="small" title="延期与挂账">
      {extensions.items.map((row) => (
        <Asked
          key={row.id}
          ticket={ticket}
          request={askedExtension(row)}
          what={extensionTitle(row)}
          state={extensionStates[row.state].label}
        >
          <ExtensionFacts row={row} ticket={ticket} />
        </Asked>
      ))}
      {holds.items.map((row) => (
        <Asked
          key={row.id}
          ticket={ticket}
          request={{ kind: 'hold', id: row.id, state: row.state }}
          what={`${row.department.name}申请挂账`}
          state={holdStates[row.state].label}
        >
          <HoldFacts row={row} />
        </Asked>
      ))}
    </Card>
  );
}

interface AskedProps {
  readonly ticket: TicketView;
  readonly request: AskedRequest;
  readonly what: string;
  readonly state: string;
  readonly children: ReactNode;
}

function Asked({ ticket, request, what, state, children }: AskedProps) {
  const moves = useRequestMoves(ticket, [request]);
  return (
    <div className="part">
      <strong>{what}</strong>{' '}
      <Tag className="tag" color={request.state === 'pending' || request.state === 'open' ? 'gold' : undefined}>
        {state}
      </Tag>
      {children}
      {moves.length > 0 && <MoveButtons moves={moves} />}
    </div>
  );
}
