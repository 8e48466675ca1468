import { goodReply } from '#testing/people';
import { clientOf } from './client-of';
import { dispatched } from './dispatched';
import type { RunningHotline } from './running-hotline';

/** A ticket whose reply was approved, so that its citizen is to be asked what came of it. */
export async function answered(hotline: RunningHotline, title: string): Promise<{ id: string; number: string }> {
  const ticket = await dispatched(hotline, title);
  const handler = await clientOf(hotline, 'handler-urban');
  const { assignments } = await handler.call('GET /api/tickets/:id', { params: { id: ticket.id } });
  const params = { id: assignments[0]?.id ?? '' };
  await handler.call('POST /api/assignments/:id/sign', { params, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params, body: goodReply });
  const reviewer = await clientOf(hotline, 'reviewer');
  await reviewer.call('POST /api/tickets/:id/approve', { params: { id: ticket.id }, body: {} });
  return ticket;
}
