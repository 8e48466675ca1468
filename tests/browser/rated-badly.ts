import { dissatisfied, goodReply } from '#testing/people';
import { clientOf } from './client-of';
import { dispatched } from './dispatched';
import type { RunningHotline } from './running-hotline';

/** A ticket that the city management answered and its citizen is not content with. */
export async function ratedBadly(hotline: RunningHotline, title: string): Promise<{ id: string; number: string }> {
  const { id, number } = await dispatched(hotline, title);
  const handler = await clientOf(hotline, 'handler-urban');
  const params = { id };
  const { assignments } = await handler.call('GET /api/tickets/:id', { params });
  const part = { id: assignments.findLast(({ role }) => role === 'lead')?.id ?? '' };
  await handler.call('POST /api/assignments/:id/sign', { params: part, body: {} });
  await handler.call('POST /api/assignments/:id/reply', { params: part, body: goodReply });
  const reviewer = await clientOf(hotline, 'reviewer');
  await reviewer.call('POST /api/tickets/:id/approve', { params, body: {} });
  const callback = await clientOf(hotline, 'callback');
  await callback.call('POST /api/tickets/:id/ratings', { params, body: dissatisfied });
  return { id, number };
}
