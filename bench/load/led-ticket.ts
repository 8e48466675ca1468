import type { RouteAnswer } from '#http-api/routes';
import type { HotlineClient } from '../../scripts/replay/hotline-client';
import type { Patience } from '../../scripts/replay/patience';
import type { Stand } from '../stand/stand';

const limitMs = 60_000;

/** A ticket that routing has given to a lead. */
export interface LedTicket {
  readonly part: { readonly id: string };
  readonly handler: HotlineClient;
}

/** Reads a ticket until it is dispatched; with good patience that is one read. */
export async function awaitLed({ staff }: Stand, id: string, patience: Patience): Promise<LedTicket> {
  const led = await patience.until(async () => {
    const ticket = await staff.agent.call('GET /api/tickets/:id', { params: { id } });
    return ledOf(staff, ticket);
  }, limitMs);
  if (!led) throw new Error(`a ticket was not dispatched within ${limitMs / 1_000} s`);
  return led;
}

function ledOf({ handlers }: Stand['staff'], ticket: RouteAnswer<'GET /api/tickets/:id'>): LedTicket | null {
  const part = ticket.assignments.find(({ role }) => role === 'lead');
  const handler = part && handlers.get(part.departmentId);
  return part && handler ? { part: { id: part.id }, handler } : null;
}
