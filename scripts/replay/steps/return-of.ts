import { Surprise, type Journey } from '../journey';

/** The pending return of this ticket, found where a dispatcher finds it: in the list. */
export async function returnOf({ scene, params }: Journey): Promise<string> {
  let cursor: string | undefined;
  do {
    const page = await scene.staff.dispatcher.call('GET /api/returns', { query: { limit: 200, cursor } });
    const found = page.items.find(({ ticketId }) => ticketId === params.id);
    if (found) return found.id;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  throw new Surprise('its return is not among the pending ones');
}
