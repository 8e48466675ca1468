import { roles as roleTable } from '#ticket/role';
import { mayCall } from '../identity/may-call';
import type { User } from '../identity/session';
import type { TicketView } from '../moves/move-target';

/** Whether this person may issue copies of this ticket: of protected ones the hotline alone. The server's word is final. */
export function mayCopy({ citizen }: TicketView, { roles }: User): boolean {
  const isHotline = roles.some((role) => roleTable[role].scope === 'all');
  return mayCall('POST /api/tickets/:id/third-party-copies', roles) && (isHotline || !citizen.confidential);
}
