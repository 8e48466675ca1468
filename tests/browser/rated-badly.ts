import { dissatisfied } from '#testing/people';
import { answered } from './answered';
import { clientOf } from './client-of';
import type { RunningHotline } from './running-hotline';

/** A ticket that the city management answered and its citizen is not content with. */
export async function ratedBadly(hotline: RunningHotline, title: string): Promise<{ id: string; number: string }> {
  const { id, number } = await answered(hotline, title);
  const callback = await clientOf(hotline, 'callback');
  await callback.call('POST /api/tickets/:id/ratings', { params: { id }, body: dissatisfied });
  return { id, number };
}
