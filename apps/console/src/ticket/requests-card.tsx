import { Card, Tag } from 'antd';
import type { ReactNode } from 'react';
import { appealStates, extensionStates, holdStates } from '#ticket/request-state';
import { signOffKinds, signOffStates } from '#ticket/sign-off';
import { usePages } from '../api/use-pages';
import { AppealFacts } from '../appeals/appeal-facts';
import { askedExtension, extensionTitle } from '../extensions/asked-extension';
import { ExtensionFacts } from '../extensions/extension-facts';
import { HoldFacts } from '../holds/hold-facts';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { AskedRequest } from '../moves/asked-request';
import { MoveButtons } from '../moves/move-buttons';
import type { TicketView } from '../moves/move-target';
import { useRequestMoves } from '../moves/use-request-moves';
import { SignOffFacts } from '../sign-offs/sign-off-facts';

/** 签发, 延期, 挂账, 申诉 of one ticket: what was asked for and what became of it, with the decision for whom it is to make. */
export function RequestsCard({ ticket }: { ticket: TicketView }) {
  const { roles } = useUser();
  const query = { ticketId: ticket.id };
  const extensions = usePages('GET /api/extensions', { query }, mayCall('GET /api/extensions', roles));
  const holds = usePages('GET /api/holds', { query }, mayCall('GET /api/holds', roles));
  const signOffs = usePages('GET /api/sign-offs', { query }, mayCall('GET /api/sign-offs', roles));
  const appeals = usePages('GET /api/appeals', { query }, mayCall('GET /api/appeals', roles));
  const title = titleOf({
    签发: signOffs.items,
    延期与挂账: [...extensions.items, ...holds.items],
    申诉: appeals.items,
  });
  if (title === '') return null;
  return (
    <Card size="small" title={title}>
      {signOffs.items.map((row) => (
        <Asked
          key={row.id}
          ticket={ticket}
          request={{ kind: 'sign-off', id: row.assignmentId, state: row.state }}
          what={`${row.department.name}${signOffKinds[row.kind].label}送签`}
          state={signOffStates[row.state].label}
        >
          <SignOffFacts row={row} />
        </Asked>
      ))}
      {appeals.items.map((row) => (
        <Asked
          key={row.id}
          ticket={ticket}
          request={{ kind: 'appeal', id: row.id, state: row.state }}
          what={`${row.department.name}申诉`}
          state={appealStates[row.state].label}
        >
          <AppealFacts row={row} ticket={ticket} />
        </Asked>
      ))}
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

/** What of these there is: 签发、申诉. */
const titleOf = (asked: Readonly<Record<string, readonly unknown[]>>): string =>
  Object.entries(asked)
    .flatMap(([what, rows]) => (rows.length > 0 ? [what] : []))
    .join('、');

/** Somebody has still something to do with it. */
const waiting: readonly AskedRequest['state'][] = ['pending', 'open', 'waiting'];

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
      <Tag className="tag" color={waiting.includes(request.state) ? 'gold' : undefined}>
        {state}
      </Tag>
      {children}
      {moves.length > 0 && <MoveButtons moves={moves} />}
    </div>
  );
}
