import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { setExtension } from '#store/account-rows';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import type { ChannelClient } from '#platform/channel-clients';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Sessions } from '#platform/sessions';
import { CallEvents } from './call-events';

/** What the call platform tells, and who sits where it rings. */
@Controller()
export class CallEventController {
  constructor(
    private readonly events: CallEvents,
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  @Handles('POST /api/calls/events')
  async hear({ body }: RouteInput<'POST /api/calls/events'>, client: ChannelClient): Promise<undefined> {
    if (!client.channels.includes('phone')) throw new Refusal('forbidden', '该接入方不能推送来电事件');
    await this.events.hear(body);
    return undefined;
  }

  @Handles('PUT /api/session/extension')
  async sit({ body }: RouteInput<'PUT /api/session/extension'>, caller: Caller): Promise<undefined> {
    await this.database.transaction((sql) => setExtension(sql, caller.id, body.extension));
    // Whoever sat there before does not any more.
    this.sessions.forgetAll();
    return undefined;
  }
}
