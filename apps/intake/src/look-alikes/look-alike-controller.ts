import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { LookAlikes } from '#platform/look-alikes/look-alikes';
import { CitizensOfNumber } from '../search/citizens-of-number';

/** What an agent is shown while typing. */
@Controller()
export class LookAlikeController {
  constructor(
    private readonly lookAlikes: LookAlikes,
    private readonly citizens: CitizensOfNumber,
  ) {}

  @Handles('POST /api/tickets/similar')
  async similar(
    { body }: RouteInput<'POST /api/tickets/similar'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/similar'>> {
    const phoneHash = body.phone ? await this.citizens.hashOf(body.phone, caller) : undefined;
    return this.lookAlikes.of(body, caller, phoneHash);
  }
}
