import { Controller } from '@nestjs/common';
import { deadLetterView } from '#http-api/operation-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { DeadLetters, type DeadLetter } from '#queue/dead-letters';
import { Requeue } from '#queue/requeue';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { cut, readCursor } from '#platform/cursor';

type LetterAnswer = RouteAnswer<'GET /api/dead-letters'>['items'][number];

/** Jobs that were given up: an administrator reads why, mends the cause, and tries them again. */
@Controller()
export class DeadLetterController {
  constructor(
    private readonly letters: DeadLetters,
    private readonly requeueing: Requeue,
    renders: Renders,
  ) {
    renders.add(deadLetterView, async ({ params }) => view(await letters.one(params['id'] ?? '')));
  }

  @Handles('GET /api/dead-letters')
  async list({ query }: RouteInput<'GET /api/dead-letters'>): Promise<RouteAnswer<'GET /api/dead-letters'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.letters.list(query.state, before, query.limit + 1);
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map(view), nextCursor };
  }

  @Handles('POST /api/dead-letters/:id/requeue')
  async requeue({ params }: RouteInput<'POST /api/dead-letters/:id/requeue'>, caller: Caller): Promise<LetterAnswer> {
    return view(await this.requeueing.requeue(params.id, caller.key));
  }
}

const view = ({ failedAt, requeuedAt, seq: _, ...letter }: DeadLetter): LetterAnswer => ({
  ...letter,
  failedAt: failedAt.toISOString(),
  requeuedAt: requeuedAt?.toISOString() ?? null,
});
