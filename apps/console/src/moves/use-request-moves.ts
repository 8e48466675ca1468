import { useMemo } from 'react';
import { useUser } from '../identity/session';
import { requestMoves, type AskedRequest } from './asked-request';
import type { AvailableMove } from './available-moves';
import type { TicketView } from './move-target';

/** What the own roles may do with requests beside the ticket. */
export function useRequestMoves(ticket: TicketView, requests: readonly AskedRequest[]): AvailableMove[] {
  const user = useUser();
  return useMemo(() => requests.flatMap((request) => requestMoves(ticket, request, user)), [ticket, requests, user]);
}
