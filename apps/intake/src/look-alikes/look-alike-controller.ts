import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { LookAlikes } from './look-alikes';

/** What an agent is shown while typing. */
@Controller()
export class LookAlikeController {
  constructor(private readonly lookAlikes: LookAlikes) {}

  @Handles('POST /api/tickets/similar')
  similar(
    { body }: RouteInput<'POST /api/tickets/similar'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/similar'>> {
    return this.lookAlikes.of(body, caller);
  }
}
