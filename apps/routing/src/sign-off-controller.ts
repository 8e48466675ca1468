import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Desk } from './desk';
import { SignOffReading } from './sign-off-reading';
import { Signing } from './signing';

/** 签发: one inbox for a department's head, or whoever stands in. */
@Controller()
export class SignOffController {
  constructor(
    private readonly desk: Desk,
    private readonly signing: Signing,
    private readonly reading: SignOffReading,
  ) {}

  @Handles('GET /api/sign-offs')
  list({ query }: RouteInput<'GET /api/sign-offs'>, caller: Caller): Promise<RouteAnswer<'GET /api/sign-offs'>> {
    return this.reading.list(query, caller);
  }

  @Handles('POST /api/assignments/:id/sign-off')
  async signOff(
    { params, body }: RouteInput<'POST /api/assignments/:id/sign-off'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/assignments/:id'>> {
    await this.signing.decide(await this.desk.ticketOf(params.id, caller), params.id, body, caller);
    return this.desk.assignment(params.id, caller);
  }
}
