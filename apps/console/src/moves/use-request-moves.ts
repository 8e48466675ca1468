import { useMemo } from 'react';
import { useUser } from '../identity/session';
import { requestMoves, type AskedRequest } from './asked-request';
import type { AvailableMove } from './available-moves';
import type { TicketView } from './move-target';

const none: AvailableMove[] = [];

/** What the own roles may do with a request beside the ticket; nothing where there is none. */
export function useRequestMoves(ticket: TicketView, request: AskedRequest | undefined): AvailableMove[] {
  const user = useUser();
  return useMemo(() => (request ? requestMoves(ticket, request, user) : none), [ticket, request, user]);
}
