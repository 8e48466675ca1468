import { Controller } from '@nestjs/common';
import { channels } from '#ticket/channel';
import type { MachineChannel } from '#http-api/inbound-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { ChannelClient } from '#platform/channel-clients';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { InboundFiles } from './inbound-files';
import { MachineRegistrations } from './machine-registrations';

/** Tickets that other systems send, and files for them. */
@Controller()
export class InboundController {
  constructor(
    private readonly registrations: MachineRegistrations,
    private readonly files: InboundFiles,
  ) {}

  @Handles('POST /api/channels/files')
  addFile(
    { body }: RouteInput<'POST /api/channels/files'>,
    client: ChannelClient,
  ): Promise<RouteAnswer<'POST /api/channels/files'>> {
    return this.files.add(body, client);
  }

  @Handles('POST /api/channels/:channel/tickets')
  register(
    { params, body }: RouteInput<'POST /api/channels/:channel/tickets'>,
    client: ChannelClient,
  ): Promise<RouteAnswer<'POST /api/channels/:channel/tickets'>> {
    // The guard has read the body by this channel's shape, and refused every other name.
    const channel = params.channel as MachineChannel;
    if (!client.channels.includes(channel))
      throw new Refusal('forbidden', `该接入方不能报送来源为“${channels[channel].label}”的工单`);
    return this.registrations.register(channel, body, client);
  }
}
